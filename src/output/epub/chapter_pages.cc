// Pages that hold the book's own text.
#include "document/blank.h"
#include "output/epub/block_writer.h"
#include "output/epub/inline_writer.h"
#include "output/epub/markup.h"
#include "output/epub/pages.h"
#include "output/epub/xhtml_page.h"

namespace nbpublish {
namespace {

pugi::xml_node add_section(XhtmlPage& page, std::string_view type, std::string_view role, std::string_view css_class) {
  pugi::xml_node section = add_element(page.body(), "section", css_class);
  set_attribute(section, "epub:type", type);
  if (!role.empty()) set_attribute(section, "role", role);
  return section;
}

// Front and back matter without a title has that of its kind.
void write_title(pugi::xml_node heading, const Section& section, ChapterContext& context) {
  if (plain_text(section.document->title) == section.title) write_inlines(heading, section.document->title, context);
  else add_text(heading, section.title);
}

// A file of a text: what stands before its blocks is the caller's.
class TextFile {
 public:
  TextFile(const Section& section, const Publication& publication, const LinkMap& links, ImageStore& images, PageList& pages)
      : section_(section),
        page_(title_of(section), publication.input.texts.book->meta.language),
        context_{*section.document, links, images, FileNotes(publication, section),
                 PageMarks(pages, section.key, section.file(), page_prefix(*section.document))} {
    context_.levels.next(1);  // the title
  }

  pugi::xml_node open(std::string_view type, std::string_view role, std::string_view css_class) {
    body_ = add_section(page_, type, role, css_class);
    if (!section_.is_continued()) context_.pages.open(body_);
    return body_;
  }
  ChapterContext& context() { return context_; }

  // "9.1 Event Loop" at the head of the text, and of its further files.
  void write_heading(std::string_view number) {
    pugi::xml_node heading = add_element(body_, "h1", section_.is_continued() ? "continued" : "");
    if (!number.empty()) {
      add_text_element(heading, "span", number, "number");
      add_text(heading, " ");
    }
    write_title(heading, section_, context_);
    if (section_.is_continued()) add_text(heading, " (continued)");
  }

  std::string finish() {
    write_blocks(body_, section_.blocks(), context_);
    write_notes(body_, context_);
    return page_.bytes();
  }

 private:
  static std::string title_of(const Section& section) {
    const std::string title = section.title.empty() ? default_title(section.matter.value()) : contents_title(section);
    return section.is_continued() ? title + " (continued)" : title;
  }

  const Section& section_;
  XhtmlPage page_;
  ChapterContext context_;
  pugi::xml_node body_;
};

// "In this chapter": the sections of the second level, as far as they are in the ebook. A sample has not all of them.
void write_sections(pugi::xml_node body, const Section& section, const LinkMap& links, int least) {
  std::vector<const Heading*> sections;
  for (const Block& block : section.document->blocks)
    if (const auto* heading = as<Heading>(block); heading && heading->level == 2 && !is_blank(plain_text(heading->children)))
      sections.push_back(heading);
  if (static_cast<int>(sections.size()) < least) return;
  pugi::xml_node list;
  for (const Heading* heading : sections) {
    const InternalTarget target{section.key, heading->anchor};
    if (heading->anchor.empty() || !links.holds(target)) continue;
    if (!list) {
      pugi::xml_node nav = add_element(body, "nav", "map");
      set_attribute(nav, "aria-label", "In this chapter");
      add_text_element(nav, "p", "In this chapter", "label");
      list = add_element(nav, "ol");
    }
    set_attribute(add_text_element(add_element(list, "li"), "a", plain_text(heading->children)), "href", *links.href(target));
  }
}

// "You need: 1.3 Event Loop, 2.1 Buffers".
void write_needs(pugi::xml_node body, const Section& section, const LinkMap& links, const ChapterNeeds& needs) {
  const auto own = needs.find(section.key);
  if (own == needs.end()) return;
  pugi::xml_node line;
  for (const NeededChapter& need : own->second) {
    const auto href = links.href(InternalTarget{need.key, ""});
    if (!href) continue;  // a sample has few of them
    if (!line) add_text_element(line = add_element(body, "p", "needs"), "strong", "You need:");
    add_text(line, line.first_child() == line.last_child() ? " " : ", ");
    set_attribute(add_text_element(line, "a", need.words), "href", *href);
  }
}

}  // namespace

std::string chapter_page(const Section& section, const Publication& publication, const LinkMap& links, const ChapterNeeds& needs,
                         ImageStore& images, PageList& pages) {
  TextFile file(section, publication, links, images, pages);
  pugi::xml_node body = file.open("chapter", "doc-chapter", "chapter");
  file.write_heading(section.number);
  if (!section.document->standfirst.empty() && !section.is_continued())
    write_inlines(add_element(body, "p", "standfirst"), section.document->standfirst, file.context());
  if (const int least = publication.input.map_least; least > 0 && !section.is_continued()) {
    write_sections(body, section, links, least);
    write_needs(body, section, links, needs);
  }
  return file.finish();
}

std::string matter_page(const Section& section, const Publication& publication, const LinkMap& links, ImageStore& images, PageList& pages) {
  const MatterId id = section.matter.value();
  TextFile file(section, publication, links, images, pages);
  pugi::xml_node body = file.open(kind_of(id).epub_type, kind_of(id).aria_role, name_of(id));
  // In print it is one of the title pages.
  if (place_of(id) == MatterPlace::TitlePages)
    PageMarks(pages, kTitleKey, section.file()).mark_all(body, {std::string(kTitleKey), name_of(id)});
  if (!section.title.empty()) file.write_heading("");
  return file.finish();
}

std::string topic_page(const Section& section, const Publication& publication, const LinkMap& links, PageList& pages) {
  const Topic& topic = *section.topic->topic;
  XhtmlPage page(contents_title(section), publication.input.texts.book->meta.language);
  pugi::xml_node body = add_section(page, "part", "doc-part", "topic");
  PageMarks marks(pages, section.key, section.file());
  marks.mark_all(body, {section.key, ""});
  pugi::xml_node heading = add_element(body, "h1");
  add_text_element(heading, "span", "Chapter " + section.number, "number");
  add_text(heading, " ");
  add_words(heading, topic.title.words());
  if (!topic.summary.empty()) add_words(add_element(body, "p", "summary"), topic.summary.words());
  if (topic.chapters.empty()) {
    add_text_element(body, "p", "This chapter is planned and not yet written.", "planned");
    return page.bytes();
  }
  pugi::xml_node list = add_element(body, "ul", "chapters");
  for (const ChapterText& entry : section.topic->chapters) {
    const Section* target = entry.document ? links.section_of(entry.chapter->key) : nullptr;
    pugi::xml_node item = add_element(list, "li", entry.document ? "" : "planned");
    marks.mark_all(item, {entry.chapter->key, ""});
    if (target) set_attribute(add_text_element(item, "a", contents_title(*target)), "href", target->file());
    else add_text(item, printed_number(topic, *entry.chapter) + " " + entry.chapter->title);
    if (entry.document != nullptr && !entry.document->standfirst.empty())
      add_words(add_element(item, "p", "about"), Phrase::of(entry.document->standfirst).words());
  }
  return page.bytes();
}

}  // namespace nbpublish
