#include "layout/inline/wide_boxes.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "layout/inline/line_cost.h"

namespace nbpublish {
namespace {

// Only taken when nothing else is left.
constexpr int kDesperatePenalty = 5'000;
constexpr std::size_t kMostTold = 1'000;       // of one paragraph
constexpr std::size_t kQuotedCharacters = 60;  // of the text in a complaint

class Divider {
 public:
  Divider(LayoutContext& context, const ParagraphText& text, const std::vector<InlineItem>& items, const ParagraphRules& rules)
      : context_(context), text_(text), items_(items), rules_(rules) {}

  bool has_wide() const {
    for (std::size_t begin = 0, end = 0; begin < items_.size(); begin = end) {
      end = next_break(begin);
      if (is_wide(begin, end)) return true;
    }
    return false;
  }

  std::vector<InlineItem> divide_wide_runs() {
    for (std::size_t begin = 0; begin < items_.size();) {
      const std::size_t end = next_break(begin);
      if (is_wide(begin, end)) divide_run(begin, end);
      else out_.insert(out_.end(), items_.begin() + static_cast<std::ptrdiff_t>(begin), items_.begin() + static_cast<std::ptrdiff_t>(end));
      begin = end;
    }
    return std::move(out_);
  }

 private:
  LayoutContext& context_;
  const ParagraphText& text_;
  const std::vector<InlineItem>& items_;
  const ParagraphRules& rules_;
  std::vector<InlineItem> out_;
  std::size_t told_ = 0;

  static bool is_box(const InlineItem& item) { return item.kind == InlineItem::Kind::Box; }

  std::size_t next_break(std::size_t at) const {
    for (++at; at < items_.size() && !is_legal_break(items_, at); ++at) {
    }
    return at;
  }

  // Whether no line can hold the items [begin, end), which begin with what a break drops.
  bool is_wide(std::size_t begin, std::size_t end) const {
    Length width = begin == 0 ? rules_.first_indent : Length{};
    while (begin < end && !is_box(items_[begin])) ++begin;
    for (std::size_t i = begin; i < end; ++i) {
      if (items_[i].kind == InlineItem::Kind::Penalty) continue;
      width += items_[i].width;
      if (rules_.alignment == Alignment::Justified) width -= items_[i].shrink + items_[i].letters;
    }
    if (end < items_.size() && items_[end].kind == InlineItem::Kind::Penalty) width += items_[end].width;
    return width > rules_.measure;
  }

  // First at its no-break spaces, and what is still too wide between its characters.
  void divide_run(std::size_t begin, std::size_t end) {
    report(begin, end);
    for (std::size_t i = begin; i < end;) {
      std::size_t stop = i + 1;
      while (stop < end && !is_forbidden(items_[stop])) ++stop;
      const bool wide = is_wide(i, stop);
      for (; i < stop; ++i) {
        if (wide && is_divisible(items_[i])) divide_box(items_[i]);
        else out_.push_back(items_[i]);
        if (is_forbidden(items_[i])) out_.back().penalty = kDesperatePenalty;
      }
    }
  }
  static bool is_forbidden(const InlineItem& item) { return item.kind == InlineItem::Kind::Penalty && item.penalty >= kForbidden; }

  bool is_divisible(const InlineItem& item) const {
    const TextSpan& span = text_.spans[item.span];
    return is_box(item) && span.picture < 0 && !span.style.keyboard;
  }

  // Pieces of one box, a break allowed between any two clusters.
  void divide_box(const InlineItem& box) {
    const TextSpan& span = text_.spans[box.span];
    const std::string_view word = std::string_view(text_.text).substr(box.begin, box.end - box.begin);
    InlineItem piece = box;
    piece.width = piece.letters = {};
    for (const ShapedRun& run : context_.shaper.shape(span.style.font, span.style.features, word)) {
      for (const ShapedGlyph& g : run.glyphs) {
        const std::uint32_t at = box.begin + g.cluster;
        if (at > piece.begin) {
          piece.end = at;
          out_.push_back(piece);
          add_desperate_break(box.span, at);
          piece.begin = at;
          piece.width = {};
        }
        piece.width += em_length(g.advance, span.style.size, context_.fonts().units_per_em(run.font));
      }
    }
    piece.end = box.end;
    out_.push_back(piece);
  }

  void add_desperate_break(std::uint32_t span, std::uint32_t at) {
    InlineItem penalty;
    penalty.kind = InlineItem::Kind::Penalty;
    penalty.span = span;
    penalty.begin = penalty.end = at;
    penalty.penalty = kDesperatePenalty;
    out_.push_back(penalty);
  }

  // At the widest box, with the text of the whole run.
  void report(std::size_t begin, std::size_t end) {
    if (++told_ > kMostTold) return;
    const std::size_t first = line_start(items_, begin);
    if (first >= end) return;
    const InlineItem* widest = &items_[first];
    for (std::size_t i = first; i < end; ++i)
      if (is_box(items_[i]) && items_[i].width > widest->width) widest = &items_[i];
    std::uint32_t text_end = widest->end;
    for (std::size_t i = first; i < end; ++i) text_end = std::max(text_end, items_[i].end);
    const std::u32string quoted = to_utf32(std::string_view(text_.text).substr(items_[first].begin, text_end - items_[first].begin));
    context_.diagnostics.report(
        DiagCode::OverfullLine, context_.file, source_at(text_, text_.spans[widest->span], widest->begin, rules_.source),
        fmt::format("'{}' has no place to break and is wider than the line", to_utf8(quoted.substr(0, kQuotedCharacters))),
        "shorten it, or set it as a listing");
  }
};

}  // namespace

void divide_wide_boxes(LayoutContext& context, const ParagraphText& text, std::vector<InlineItem>& items, const ParagraphRules& rules) {
  Divider divider(context, text, items, rules);
  if (divider.has_wide()) items = divider.divide_wide_runs();
}

}  // namespace nbpublish
