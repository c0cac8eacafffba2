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
  run.size = look.size;
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

LaidOutChapter layout_contents(LayoutContext& context, const std::string& key, const std::string& heading,
                               const std::vector<ContentsEntry>& entries) {
  const Style& style = context.style;
  Galley galley;
  galley.rows.push_back(page_opener(context, key, heading));
  const TagId toc = context.tags.add(kRootTag, TagRole::Toc);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool topic = entries[i].level == ContentsEntry::Level::Topic;
    const bool after_head = i > 0 && entries[i - 1].level < entries[i].level;
    std::vector<GalleyRow> rows = contents_rows(context, entries[i], toc);
    if (rows.empty()) continue;
    rows.front().space_before = topic && i > 0 ? 1 : 0;
    // A topic or chapter stays with the first entry below it.
    rows.front().break_cost = after_head || i == 0                                ? kBreakForbidden
                              : topic                                             ? kBreakFree
                              : entries[i].level == ContentsEntry::Level::Chapter ? kBreakFree
                                                                                  : kBreakPoor / 2;
    std::move(rows.begin(), rows.end(), std::back_inserter(galley.rows));
  }
  BuiltPages built = build_pages(style, std::move(galley), true);
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
