// The navigation document (EPUB 3) and the NCX (EPUB 2): the same tree, three levels and two, which is what shops show.
#include <algorithm>
#include <charconv>
#include <set>

#include "document/blank.h"
#include "document/href.h"
#include "output/epub/markup.h"
#include "output/epub/package.h"
#include "output/epub/pages.h"
#include "output/epub/xhtml_page.h"

namespace nbpublish {
namespace {

bool is_listed(const Section& section) {
  return (!is_blank(section.title) && !section.is_continued()) || section.kind == SectionKind::Topic;
}

pugi::xml_node add_link(pugi::xml_node item, std::string_view href) {
  pugi::xml_node link = add_element(item, "a");
  set_attribute(link, "href", href);
  return link;
}

// An entry of a list that is printed too, on pages of its own.
void add_entry(pugi::xml_node item, std::string_view text, std::string_view href, const InternalTarget& target, PageMarks& marks) {
  pugi::xml_node link = add_link(item, href);
  marks.mark_all(link, target);
  add_text(link, text);
}

// The sub-list of a list item, made when it is first needed: an empty <ol> is not valid.
pugi::xml_node sub_list(pugi::xml_node item) {
  const pugi::xml_node existing = item.child("ol");
  return existing ? existing : add_element(item, "ol");
}

void add_headings(pugi::xml_node item, const Section& section, const Publication& publication, PageMarks& marks) {
  if (section.kind != SectionKind::Chapter) return;
  std::set<std::string> seen;
  for (const Section* piece : publication.pieces_of(section))
    for (const Block& block : piece->blocks()) {
      const auto* heading = as<Heading>(block);
      if (!heading || heading->level != 2 || heading->anchor.empty() || !seen.insert(heading->anchor).second) continue;
      const std::string text = plain_text(heading->children);
      if (!is_blank(text))
        add_entry(add_element(sub_list(item), "li"), text, piece->file() + "#" + encode_url(xml_id(heading->anchor)),
                  {section.key, heading->anchor}, marks);
    }
}

// Where in a tree of contents the next section stands: chapters below their topic, topics below their volume in an omnibus.
class Levels {
 public:
  // A null node for the top.
  pugi::xml_node parent_of(const Section& section) const {
    if (section.kind == SectionKind::Chapter) return topic_;
    return section.kind == SectionKind::Topic ? part_ : pugi::xml_node();
  }
  // The same in a tree of two levels: in an omnibus all below its volume.
  pugi::xml_node upper_parent_of(const Section& section) const {
    const bool is_below = section.kind == SectionKind::Chapter || section.kind == SectionKind::Topic;
    return is_below && part_ ? part_ : parent_of(section);
  }
  void enter(const Section& section, pugi::xml_node node) {
    if (section.kind == SectionKind::Part) part_ = node;
    if (section.kind == SectionKind::Topic) topic_ = node;
  }

 private:
  pugi::xml_node part_, topic_;
};

// The pages of one of the lists in the navigation document.
PageMarks contents_marks(const Publication& publication, std::string_view part, PageList& pages) {
  return {pages, part, publication.first_of(SectionKind::Contents)->file()};
}

void write_contents(pugi::xml_node nav, const Publication& publication, PageMarks& marks) {
  Levels levels;
  const bool is_omnibus = publication.first_of(SectionKind::Part) != nullptr;
  const pugi::xml_node list = add_element(nav, "ol");
  for (const Section& section : publication.sections) {
    if (!is_listed(section)) continue;
    const pugi::xml_node parent = levels.parent_of(section);
    pugi::xml_node item = add_element(parent ? sub_list(parent) : list, "li");
    levels.enter(section, item);
    add_entry(item, contents_title(section), section.file(), {section.key, ""}, marks);
    // Kobo shows three levels, and an omnibus has them without its chapters' sections.
    if (!is_omnibus) add_headings(item, section, publication, marks);
  }
}

void add_landmark(pugi::xml_node list, const Section* section, std::string_view type, std::string_view text) {
  if (!section) return;
  pugi::xml_node link = add_link(add_element(list, "li"), section->file());
  set_attribute(link, "epub:type", type);
  add_text(link, text);
}

void write_landmarks(pugi::xml_node body, const Publication& publication) {
  pugi::xml_node nav = add_element(body, "nav");
  set_attribute(nav, "epub:type", "landmarks");
  set_attribute(nav, "aria-label", "Landmarks");
  set_attribute(nav, "hidden", "hidden");
  pugi::xml_node list = add_element(nav, "ol");
  add_landmark(list, publication.first_of(SectionKind::Cover), "cover", "Cover");
  add_landmark(list, publication.first_of(SectionKind::TitlePage), "titlepage", "Title page");
  add_landmark(list, publication.first_of(SectionKind::Copyright), "copyright-page", "Copyright");
  add_landmark(list, publication.first_of(SectionKind::Contents), "toc", "Contents");
  const Section* chapter = publication.first_of(SectionKind::Chapter);
  add_landmark(list, chapter ? chapter : publication.first_of(SectionKind::Topic), "bodymatter", "Start of the text");
  add_landmark(list, publication.first_of(SectionKind::Index), "index", "Index");
}

// The structure vocabulary has no word for a list of listings.
std::string_view nav_type(CaptionList list) {
  switch (list) {
    case CaptionList::Figures:
      return "loi";
    case CaptionList::Tables:
      return "lot";
    case CaptionList::Listings:
      return "";
  }
  return "";
}

// The lists that the manifest asks for.
void write_caption_lists(pugi::xml_node body, const Publication& publication, const LinkMap& links, PageList& pages) {
  std::vector<const Document*> documents;
  for (const Section& section : publication.sections)
    if (section.document && !section.is_continued()) documents.push_back(section.document);
  for (const CaptionList list : publication.input.texts.book->lists) {
    const std::vector<CaptionEntry> entries = caption_entries(documents, list);
    if (entries.empty()) continue;
    const std::string_view type = nav_type(list);
    pugi::xml_node node = add_element(body, type.empty() ? "section" : "nav", "captions");
    if (!type.empty()) set_attribute(node, "epub:type", type);
    const std::string part = "list-of-" + std::string(heading_of(list));
    PageMarks marks = contents_marks(publication, part, pages);
    pugi::xml_node heading = add_element(node, "h2");
    marks.mark_all(heading, {part, ""});
    add_text(heading, heading_of(list));
    pugi::xml_node items = add_element(node, "ol");
    for (const CaptionEntry& entry : entries)
      if (const auto href = links.href(entry.target); href && links.holds(entry.target))
        add_entry(add_element(items, "li"), entry.number + " " + entry.text, *href, entry.target, marks);
  }
}

void write_page_list(pugi::xml_node body, const PageList& pages) {
  const auto entries = pages.entries();
  if (entries.empty()) return;
  pugi::xml_node nav = add_element(body, "nav");
  set_attribute(nav, "epub:type", "page-list");
  set_attribute(nav, "role", "doc-pagelist");
  set_attribute(nav, "aria-label", "Pages");
  set_attribute(nav, "hidden", "hidden");
  pugi::xml_node list = add_element(nav, "ol");
  for (const auto& [label, href] : entries) add_text(add_link(add_element(list, "li"), href), label);
}

// Gives every point the next place in the reading order.
pugi::xml_node add_nav_point(pugi::xml_node parent, const Section& section, int& order) {
  pugi::xml_node point = add_element(parent, "navPoint");
  set_attribute(point, "id", "point-" + section.name);
  set_attribute(point, "playOrder", std::to_string(++order));
  add_text_element(add_element(point, "navLabel"), "text", contents_title(section));
  set_attribute(add_element(point, "content"), "src", "text/" + section.file());
  return point;
}

// 0 for a folio in Roman numerals.
int page_number(std::string_view label) {
  int number = 0;
  std::from_chars(label.data(), label.data() + label.size(), number);
  return number;
}

void add_ncx_meta(pugi::xml_node head, std::string_view name, std::string_view content) {
  pugi::xml_node meta = add_element(head, "meta");
  set_attribute(meta, "name", name);
  set_attribute(meta, "content", content);
}

}  // namespace

std::string navigation_document(const Publication& publication, const LinkMap& links, PageList& pages) {
  XhtmlPage page("Contents", publication.input.texts.book->meta.language);
  pugi::xml_node nav = add_element(page.body(), "nav", "contents");
  set_attribute(nav, "epub:type", "toc");
  set_attribute(nav, "role", "doc-toc");
  set_attribute(nav, "id", "toc");
  PageMarks marks = contents_marks(publication, kContentsKey, pages);
  pugi::xml_node heading = add_element(nav, "h1");
  marks.mark_all(heading, {std::string(kContentsKey), ""});
  add_text(heading, "Contents");
  write_contents(nav, publication, marks);
  write_caption_lists(page.body(), publication, links, pages);
  write_page_list(page.body(), pages);
  write_landmarks(page.body(), publication);
  return page.bytes();
}

std::string ncx_document(const Publication& publication, const PageList& pages) {
  pugi::xml_document document;
  pugi::xml_node ncx = document.append_child("ncx");
  set_attribute(ncx, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
  set_attribute(ncx, "version", "2005-1");
  set_attribute(ncx, "xml:lang", publication.input.texts.book->meta.language);
  pugi::xml_node head = add_element(ncx, "head");
  add_ncx_meta(head, "dtb:uid", unique_identifier(publication.input));
  add_ncx_meta(head, "dtb:depth", "2");
  const auto entries = pages.entries();
  int last = 0;
  for (const auto& [label, href] : entries) last = std::max(last, page_number(label));
  add_ncx_meta(head, "dtb:totalPageCount", std::to_string(entries.size()));
  add_ncx_meta(head, "dtb:maxPageNumber", std::to_string(last));
  add_text_element(add_element(ncx, "docTitle"), "text", full_title(publication.input));
  const pugi::xml_node map = add_element(ncx, "navMap");
  Levels levels;
  int order = 0;
  for (const Section& section : publication.sections) {
    if (!is_listed(section)) continue;
    const pugi::xml_node parent = levels.upper_parent_of(section);
    levels.enter(section, add_nav_point(parent ? parent : map, section, order));
  }
  if (entries.empty()) return serialise(document);
  pugi::xml_node list = add_element(ncx, "pageList");
  for (const auto& [label, href] : entries) {
    pugi::xml_node target = add_element(list, "pageTarget");
    const int number = page_number(label);
    set_attribute(target, "id", "page-" + label);
    set_attribute(target, "type", number > 0 ? "normal" : "front");
    if (number > 0) set_attribute(target, "value", label);
    set_attribute(target, "playOrder", std::to_string(++order));
    add_text_element(add_element(target, "navLabel"), "text", label);
    set_attribute(add_element(target, "content"), "src", "text/" + href);
  }
  return serialise(document);
}

}  // namespace nbpublish
