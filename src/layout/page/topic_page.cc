#include "layout/page/topic_page.h"

#include <iterator>

#include "document/addresses.h"
#include "layout/page/contents.h"
#include "layout/page/sheet.h"

namespace nbpublish {

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

  Galley galley;
  const TagId toc = context.tags.add(kRootTag, TagRole::Toc);
  for (const ChapterText& chapter : topic.chapters) {
    const std::string text = plain_text(chapter.document->title);
    std::vector<GalleyRow> rows = contents_rows(context,
                                                {ContentsEntry::Level::Chapter, printed_number(*topic.topic, *chapter.chapter), text,
                                                 chapter.chapter->key, chapter.document->file, chapter.document->front.title_span},
                                                toc);
    if (rows.empty()) continue;
    rows.front().space_before = galley.rows.empty() ? 0 : 1;
    std::move(rows.begin(), rows.end(), std::back_inserter(galley.rows));
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
