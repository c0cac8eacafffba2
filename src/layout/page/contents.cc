#include "layout/page/contents.h"

#include <algorithm>
#include <utility>

#include "layout/galley/rows.h"
#include "layout/inline/display_text.h"
#include "layout/inline/glyph_run.h"
#include "layout/page/sheet.h"

namespace nbpublish {
namespace {

TextStyle look_of(const Style& s, const ContentsEntry& e) {
  TextStyle look = e.level == ContentsEntry::Level::Topic     ? s.contents_topic
                   : e.level == ContentsEntry::Level::Chapter ? s.contents_chapter
                                                              : s.contents_section;
  if (e.destination.empty()) look.family = FontFamily::Serif, look.italic = true;
  return look;
}

// The dots between the text's end and the number, one run, no content.
void add_leaders(LayoutContext& context, const TextStyle& look, Length from, Length to, Length baseline, GalleyRow& row) {
  const FontId font = context.font(look);
  const auto& shaped = context.shaper.shape(font, Features::Tabular, ".");
  if (shaped.empty() || shaped.front().glyphs.empty()) return;
  GlyphRun run;
  run.font = shaped.front().font;
  run.size = context.style.contents_leader_size;
  run.colour = ColourRole::Secondary;
  // On multiples of the step, so that the dots align over lines.
  const Length step = context.style.contents_leader_step;
  Length x = round_up(from + step, step);
  run.origin = {x, baseline};
  for (; x + step <= to; x += step) {
    run.glyphs.push_back({shaped.front().glyphs.front().id, static_cast<std::int32_t>((x - run.origin.x).units()), 0});
    run.clusters.push_back({1, 1});
    run.text += '.';
    run.width = x + step - run.origin.x;
  }
  if (!run.glyphs.empty()) row.items.push_back({kArtifact, 0, 0, 0, std::move(run)});
}

}  // namespace

namespace {

std::vector<GalleyRow> rows_of(LayoutContext& context, const ContentsEntry& entry, TagId toc) {
  const Style& style = context.style;
  const TextStyle look = look_of(style, entry);
  const bool caption = entry.level == ContentsEntry::Level::Caption;
  const bool section = entry.level == ContentsEntry::Level::Section || caption;
  const TagId item = context.tags.add(toc, TagRole::TocItem);
  const TagId reference = context.tags.add(item, TagRole::Reference);
  Inlines words{{{}, Text{entry.text}}};
  const InternalTarget target{
      entry.destination.substr(0, entry.destination.find('#')),
      entry.destination.find('#') == std::string::npos ? "" : entry.destination.substr(entry.destination.find('#') + 1)};
  ParagraphText text = flatten(context, words, {look, ColourRole::Text, Features::Tabular, {}}, reference);
  TagId leaf = text.spans.empty() ? reference : text.spans.front().tag;
  if (!entry.destination.empty()) {
    const TagId link = context.tags.add(reference, TagRole::Link);
    leaf = context.tags.add(link, TagRole::Span);
    for (TextSpan& span : text.spans) span.tag = leaf, span.link = 0;
    text.links.push_back({target, link, entry.text});
  }
  const FontId font = context.font(look);
  const Length column = caption                ? style.contents_caption_width
                        : section              ? style.contents_indent
                        : entry.number.empty() ? Length{}
                                               : style.contents_number_width;
  // A number that is wider than its column moves its entry.
  const Length left =
      entry.number.empty() ? column : std::max(column, context.shaper.width(font, Features::Tabular, look.size, entry.number + " "));
  const Length turnover = section && !caption ? style.contents_turnover : Length{};
  ParagraphRules rules = display_rules(style.measure - left - style.contents_short - turnover, Alignment::Ragged);
  rules.source = entry.span;
  std::vector<GalleyRow> rows;
  Length end;
  for (SetLine& line : set_paragraph(context, text, rules)) {
    const Length x = left + (rows.empty() ? Length{} : turnover);
    end = x + line.width;
    rows.push_back(row_of(std::move(line), style.leading, style.baseline_drop, x));
  }
  if (rows.empty()) return rows;
  const Length baseline = style.leading - style.baseline_drop;
  if (!entry.number.empty())
    for (GlyphRun& run :
         glyph_runs(context.shaper, font, Features::Tabular, look.size, ColourRole::Text, entry.number + " ", {{}, baseline}))
      rows.front().items.insert(rows.front().items.begin(), {leaf, 0, 0, 0, std::move(run)});
  if (entry.destination.empty()) return rows;
  const std::string label = context.pages.label_of(entry.destination);
  const Length number_width = context.shaper.width(font, Features::Tabular, look.size, label);
  if (section) add_leaders(context, look, end, style.measure - number_width - Length::pt(3), baseline, rows.back());
  for (GlyphRun& run : glyph_runs(context.shaper, font, Features::Tabular, look.size, ColourRole::Text, " " + label,
                                  {style.measure - number_width - context.shaper.width(font, Features::Tabular, look.size, " "), baseline}))
    rows.back().items.push_back({leaf, 0, 0, 0, std::move(run)});
  keep_whole(rows, 0, rows.size());
  return rows;
}

}  // namespace

std::vector<GalleyRow> contents_rows(LayoutContext& context, const ContentsEntry& entry, TagId toc) {
  if (entry.file.empty()) return rows_of(context, entry, toc);
  const std::string page = std::exchange(context.file, entry.file);
  std::vector<GalleyRow> rows = rows_of(context, entry, toc);
  context.file = page;
  return rows;
}

GalleyRow page_opener(LayoutContext& context, const std::string& key, const std::string& heading) {
  Sheet sheet(context);
  sheet.add(heading, sheet.look(context.style.opener_title), 2, context.tags.add(kRootTag, TagRole::H1));
  GalleyRow opener;
  opener.height = context.style.leading * context.style.contents_heading_lines;
  opener.items = std::move(sheet.items);
  opener.places.push_back({key, {}});
  return opener;
}

namespace {

using Level = ContentsEntry::Level;

// At least so many sections of a chapter stand with it at the foot of a page.
constexpr std::size_t kSectionsAtFoot = 3;

// The entries as one column: half a line above what begins a part of the list, dropped at the top of a page.
class ContentsColumn {
 public:
  ContentsColumn(LayoutContext& context, const std::string& heading, const std::vector<ContentsEntry>& entries)
      : context_(context), heading_(heading), entries_(entries) {
    for (const ContentsEntry& entry : entries) has_sections_ = has_sections_ || entry.level == Level::Section;
  }

  Galley make(GalleyRow opener) {
    galley_.rows.push_back(std::move(opener));
    const TagId toc = context_.tags.add(kRootTag, TagRole::Toc);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      std::vector<GalleyRow> rows = contents_rows(context_, entries_[i], toc);
      if (!rows.empty()) add(i, std::move(rows));
    }
    return std::move(galley_);
  }

 private:
  Level level(std::size_t i) const { return entries_[i].level; }

  void add(std::size_t i, std::vector<GalleyRow> rows) {
    const bool is_topic = level(i) == Level::Topic;
    if (is_topic && i > 0 && has_sections_) rows.front().space_before = 1;
    if (has_space_above(i)) {
      for (GalleyRow& row : rows) row.group = static_cast<int>(galley_.groups.size());
      GalleyGroup& group = galley_.groups.emplace_back();
      group.top_first = context_.style.contents_chapter_space;
      group.top_of_page = Length{};
    }
    rows.front().break_cost = break_cost(i);
    if (is_topic) rows.front().section = heading_ + " \u00B7 " + entries_[i].number + " " + entries_[i].text;
    std::move(rows.begin(), rows.end(), std::back_inserter(galley_.rows));
  }

  // A chapter with or behind sections; in a list without sections a topic.
  bool has_space_above(std::size_t i) const {
    if (i == 0) return false;
    if (!has_sections_) return level(i) == Level::Topic;
    const bool has_own = i + 1 < entries_.size() && level(i + 1) == Level::Section;
    return level(i) == Level::Chapter && level(i - 1) != Level::Topic && (has_own || level(i - 1) == Level::Section);
  }

  // A topic or chapter stays with the first entries below it.
  double break_cost(std::size_t i) const {
    if (i == 0 || level(i - 1) < level(i)) return kBreakForbidden;
    if (level(i) == Level::Topic || level(i) == Level::Chapter) return kBreakFree;
    if (level(i) == Level::Caption) return kBreakPoor / 2;
    std::size_t before = 0;  // sections of the same chapter
    while (before < i && level(i - 1 - before) == Level::Section) ++before;
    return before < kSectionsAtFoot ? kBreakForbidden : kBreakPoor / 2;
  }

  LayoutContext& context_;
  const std::string& heading_;
  const std::vector<ContentsEntry>& entries_;
  bool has_sections_ = false;
  Galley galley_;
};

}  // namespace

LaidOutChapter layout_contents(LayoutContext& context, const std::string& key, const std::string& heading,
                               const std::vector<ContentsEntry>& entries) {
  GalleyRow opener = page_opener(context, key, heading);
  BuiltPages built = build_pages(context.style, ContentsColumn(context, heading, entries).make(std::move(opener)), true);
  LaidOutChapter out;
  out.part.key = key;
  out.part.pages = std::move(built.pages);
  out.facts = std::move(built.facts);
  out.part.outline.push_back({1, heading, key});
  out.part.tags = std::move(context.tags);
  out.heading.title = {{{}, Text{heading}}};
  return out;
}

}  // namespace nbpublish
