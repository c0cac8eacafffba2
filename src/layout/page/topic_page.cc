#include "layout/page/topic_page.h"

#include <iterator>

#include "document/addresses.h"
#include "layout/galley/rows.h"
#include "layout/inline/display_text.h"
#include "layout/page/contents.h"
#include "layout/page/sheet.h"

namespace nbpublish {
namespace {

// What the chapter is about, below its entry.
std::vector<GalleyRow> excerpt_rows(LayoutContext& context, const Document& document, TagId toc) {
  const Style& style = context.style;
  const Length left = style.contents_number_width;
  ParagraphText text = flatten(context, document.standfirst, {style.part_excerpt, ColourRole::Text, Features::Text, {}},
                               context.tags.add(context.tags.add(toc, TagRole::TocItem), TagRole::P));
  std::vector<GalleyRow> rows;
  for (SetLine& line : set_paragraph(context, text, display_rules(style.measure - left - style.contents_short, Alignment::Ragged)))
    rows.push_back(row_of(std::move(line), style.leading, style.baseline_drop, left));
  for (GalleyRow& row : rows) row.break_cost = kBreakForbidden;
  return rows;
}

Galley chapters_of(LayoutContext& context, const TopicTexts& topic, bool with_excerpts) {
  Galley galley;
  const TagId toc = context.tags.add(kRootTag, TagRole::Toc);
  for (const ChapterText& chapter : topic.chapters) {
    const Document& document = *chapter.document;
    std::vector<GalleyRow> rows =
        contents_rows(context,
                      {ContentsEntry::Level::Chapter, printed_number(*topic.topic, *chapter.chapter), plain_text(document.title),
                       chapter.chapter->key, document.file, document.front.title_span},
                      toc);
    if (rows.empty()) continue;
    rows.front().space_before = galley.rows.empty() ? 0 : 1;
    std::move(rows.begin(), rows.end(), std::back_inserter(galley.rows));
    if (!with_excerpts || document.standfirst.empty()) continue;
    std::vector<GalleyRow> about = excerpt_rows(context, document, toc);
    std::move(about.begin(), about.end(), std::back_inserter(galley.rows));
  }
  return galley;
}

Length height_of(const Galley& galley, Length leading) {
  Length height;
  for (const GalleyRow& row : galley.rows) height += row.height + leading * row.space_before;
  return height;
}

}  // namespace

std::string topic_key(const Topic& topic) { return topic_place(printed_number(topic)); }

LaidOutChapter layout_topic_page(LayoutContext& context, const TopicTexts& topic) {
  const Style& style = context.style;
  const std::string key = topic_key(*topic.topic);
  LaidOutChapter out;
  Sheet sheet(context);
  const TagId h1 = context.tags.add(kRootTag, TagRole::H1);
  int line = sheet.add("Chapter " + printed_number(*topic.topic) + " ", sheet.look(style.part_label), style.part_sink + 1,
                       context.tags.add(h1, TagRole::Span));
  Sheet::Look title = sheet.look(style.part_title);
  title.alignment = Alignment::Balanced;
  line = sheet.add(topic.topic->title.words(), title, line + 2, context.tags.add(h1, TagRole::Span));
  if (!topic.topic->summary.empty()) {
    const TagId tag = context.tags.add(kRootTag, TagRole::P);
    sheet.add_at(topic.topic->summary.words(), sheet.look(style.part_summary), sheet.baseline(line + 1), tag);
  }
  Page recto;
  recto.items = std::move(sheet.items);
  recto.destinations.push_back({key, {{}, style.leading * style.part_sink}});
  shift(recto, {}, style.top);
  out.part.pages.push_back(std::move(recto));

  // What the chapters are about stands there if all of it does.
  const std::size_t tags = context.tags.nodes.size();
  Galley galley = chapters_of(context, topic, true);
  if (height_of(galley, style.leading) > style.leading * (style.lines - style.part_sink)) {
    context.tags.nodes.resize(tags);
    galley = chapters_of(context, topic, false);
  }
  GalleyRow sink;  // the list begins where the title stands on the facing page
  sink.height = style.leading * style.part_sink;
  put_first(galley, std::move(sink));
  BuiltPages verso = build_pages(style, std::move(galley), false);
  std::move(verso.pages.begin(), verso.pages.end(), std::back_inserter(out.part.pages));
  out.facts.assign(out.part.pages.size(), PageFacts{false, true, {}});
  out.part.key = key;
  out.part.outline.push_back({1, "Chapter " + printed_number(*topic.topic) + ". " + topic.topic->title.plain(), key});
  out.part.tags = std::move(context.tags);
  return out;
}

}  // namespace nbpublish
