#include "layout/inline/paragraph.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "layout/inline/line_setter.h"
#include "layout/inline/wide_boxes.h"

namespace nbpublish {
namespace {

// A ragged line may end this far (in ems) before the edge at badness 100.
constexpr double kRaggedStretch = 4;
// A measure under so many ems is narrower than many a name of code: a table's column.
constexpr double kNarrowEms = 18;
// A line stretched beyond this is worth telling the author.
constexpr double kLooseRatio = 2.3;
// A paragraph set longer or shorter than it likes has no line looser than this: at the style's stretch of 1.45, spaces of 1.7 times
// their width, in the few that a page takes.
constexpr double kVariantTolerance = 1.5;

void report_missing_glyphs(LayoutContext& context, const ParagraphText& text, const ParagraphRules& rules) {
  constexpr std::size_t kMostMissing = 10'000;  // are told of one paragraph
  std::size_t missing = 0;
  for (const TextSpan& span : text.spans) {
    if (span.picture >= 0) continue;
    for (std::size_t pos = span.begin; pos < span.end;) {
      const auto at = static_cast<std::uint32_t>(pos);
      const char32_t c = next_code_point(text.text, pos);
      if (!context.fonts().is_missing(c, span.style.font)) continue;
      if (++missing > kMostMissing) return;
      context.diagnostics.report(DiagCode::MissingGlyph, context.file, source_at(text, span, at, rules.source),
                                 "no font has " + code_point_name(c), "add a face that has it to fonts/fonts.toml");
    }
  }
}

BreakRules break_rules(const LayoutContext& context, const ParagraphText& text, const ParagraphRules& rules) {
  BreakRules out;
  out.measure = rules.measure;
  out.first_indent = rules.first_indent;
  out.alignment = rules.alignment;
  out.hang_limit = context.style.hang_limit;
  out.least_last_line = context.style.least_last_line;
  out.ragged_stretch = text.spans.empty() ? Length::pt(40) : text.spans.front().style.size.scaled(kRaggedStretch);
  return out;
}

// A phrase of code alone has no word space that could grow.
bool has_word_space(const std::vector<InlineItem>& items, const BrokenLine& line) {
  return std::any_of(items.begin() + static_cast<std::ptrdiff_t>(line.first),
                     items.begin() + static_cast<std::ptrdiff_t>(std::min(line.at, items.size())),
                     [](const InlineItem& item) { return item.stretch > Length{}; });
}

void report_loose(LayoutContext& context, const ParagraphText& text, const std::vector<InlineItem>& items, const BrokenLine& line,
                  const ParagraphRules& rules) {
  if (rules.alignment != Alignment::Justified || line.last || line.ratio <= kLooseRatio || line.first >= items.size()) return;
  if (!has_word_space(items, line)) return;
  const InlineItem& first = items[line.first];
  context.diagnostics.report(DiagCode::LooseLine, context.file, source_at(text, text.spans[first.span], first.begin, rules.source),
                             is_left_ragged(line.ratio) ? std::string("the line ends short: what follows has no place to break")
                                                        : fmt::format("word spaces are {:.1f} times their natural width",
                                                                      1 + line.ratio * (context.style.space_stretch - 1)),
                             "rewording the sentence would help");
}

// A place stands on the line of the character behind it, at the text's end on the last one.
void spread_places(const ParagraphText& text, const std::vector<InlineItem>& items, const std::vector<BrokenLine>& broken,
                   std::vector<SetLine>& lines) {
  std::size_t line = 0;
  for (const TextPlace& place : text.places) {
    while (line + 1 < broken.size() && broken[line + 1].first < items.size() && items[broken[line + 1].first].begin <= place.at) ++line;
    if (!lines.empty()) lines[line].places.push_back(place.name);
  }
}

}  // namespace

namespace {

// A paragraph ready to be broken, and what sets its lines.
class ParagraphSetter {
 public:
  ParagraphSetter(LayoutContext& context, const ParagraphText& text, const ParagraphRules& rules)
      : context_(context), text_(text), rules_(rules), break_rules_(break_rules(context, text, rules)) {
    const SpaceRules spaces{context.style.space_shrink, context.style.space_stretch, rules.hyphenate, context.style.hang_limit,
                            rules.measure < break_rules_.ragged_stretch.scaled(kNarrowEms / kRaggedStretch)};
    items_ = make_items(context, text, spaces);
    divide_wide_boxes(context, text, items_, rules);
    best_ = break_lines(items_, break_rules_);
  }

  std::vector<SetLine> best() const {
    for (const BrokenLine& line : best_) report_loose(context_, text_, items_, line, rules_);
    return set(best_);
  }

  // A line more or less; nothing if that cannot be had at the style's stretch and for `most` demerits.
  std::optional<LengthVariant> variant(int lines_more, double most) const {
    // A longer one stands on no page whole, as RowVariant asks.
    const auto most_lines = static_cast<std::size_t>(std::max(context_.style.lines, 1)) + 1;
    if (best_.size() < 2 || best_.size() > most_lines) return std::nullopt;
    const auto count = static_cast<std::size_t>(static_cast<int>(best_.size()) + lines_more);
    const std::vector<BrokenLine> broken = break_lines_to(items_, break_rules_, count, kVariantTolerance);
    if (broken.empty() || ends_short(broken)) return std::nullopt;
    const double more = total_demerits(items_, break_rules_, broken) - total_demerits(items_, break_rules_, best_);
    if (more > most) return std::nullopt;
    return LengthVariant{lines_more, std::max(more, 0.0), set(broken)};
  }

 private:
  LayoutContext& context_;
  const ParagraphText& text_;
  const ParagraphRules& rules_;
  BreakRules break_rules_;
  std::vector<InlineItem> items_;
  std::vector<BrokenLine> best_;

  // What no page is worth: a stub of a last line.
  bool ends_short(const std::vector<BrokenLine>& lines) const {
    return measure_line(items_, ItemSums(items_), break_rules_, lines.back().first, lines.back().at, false).short_last;
  }

  std::vector<SetLine> set(const std::vector<BrokenLine>& broken) const {
    std::vector<SetLine> lines;
    lines.reserve(broken.size());
    for (const BrokenLine& line : broken) lines.push_back(set_line(context_, text_, items_, line, rules_, lines.empty()));
    spread_places(text_, items_, broken, lines);
    return lines;
  }
};

}  // namespace

std::vector<SetLine> set_paragraph(LayoutContext& context, const ParagraphText& text, const ParagraphRules& rules) {
  if (const auto fitted = with_fitted_pictures(text, rules.measure)) return set_paragraph(context, *fitted, rules);
  report_missing_glyphs(context, text, rules);
  return ParagraphSetter(context, text, rules).best();
}

ParagraphVariants set_paragraph_variants(LayoutContext& context, const ParagraphText& text, const ParagraphRules& rules,
                                         double most_demerits) {
  if (const auto fitted = with_fitted_pictures(text, rules.measure)) return set_paragraph_variants(context, *fitted, rules, most_demerits);
  report_missing_glyphs(context, text, rules);
  const ParagraphSetter setter(context, text, rules);
  ParagraphVariants out{setter.best(), {}};
  for (const int lines_more : {-1, 1})
    if (std::optional<LengthVariant> variant = setter.variant(lines_more, most_demerits)) out.others.push_back(std::move(*variant));
  return out;
}

void shift(SetLine& line, Length dx, Length dy) {
  for (FrameItem& item : line.items) shift(item, dx, dy);
  for (LinkArea& link : line.links) link.rect.x += dx, link.rect.y += dy;
  line.width += dx;
}

}  // namespace nbpublish
