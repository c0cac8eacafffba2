// The navigation document (EPUB 3) and the NCX (EPUB 2): the same tree, three levels and two.
#include <set>

#include "document/href.h"
#include "output/epub/markup.h"
#include "output/epub/package.h"
#include "output/epub/pages.h"

namespace nbpublish {
namespace {

bool is_listed(const Section& section) {
  return !section.title.empty() || section.kind == SectionKind::Topic;
}

void add_entry(pugi::xml_node item, std::string_view text, const std::string& href) {
  set_attribute(add_text_element(item, "a", text), "href", href);
}

// The sub-list of a list item, made when it is first needed: an empty <ol> is not valid.
pugi::xml_node sub_list(pugi::xml_node item) {
  const pugi::xml_node existing = item.child("ol");
  return existing ? existing : add_element(item, "ol");
}

void add_headings(pugi::xml_node item, const Section& section) {
  if (section.kind != SectionKind::Chapter) return;
  std::set<std::string> seen;
  for (const Block& block : section.document->blocks) {
    const auto* heading = as<Heading>(block);
    if (!heading || heading->level != 2 || heading->anchor.empty() || !seen.insert(heading->anchor).second)
      continue;
    const std::string text = plain_text(heading->children);
    if (!text.empty())
      add_entry(add_element(sub_list(item), "li"), text,
                section.file() + "#" + encode_url(xml_id(heading->anchor)));
  }
}

void write_contents(pugi::xml_node nav, const Publication& publication) {
  pugi::xml_node list = add_element(nav, "ol"), topic;
  for (const Section& section : publication.sections) {
    if (!is_listed(section)) continue;
    const bool is_chapter = section.kind == SectionKind::Chapter;
    pugi::xml_node item = add_element(is_chapter ? sub_list(topic) : list, "li");
    if (section.kind == SectionKind::Topic) topic = item;
    add_entry(item, contents_title(section), section.file());
    add_headings(item, section);
  }
}

void add_landmark(pugi::xml_node list, const Section* section, std::string_view type, std::string_view text) {
  if (!section) return;
  pugi::xml_node link = add_text_element(add_element(list, "li"), "a", text);
  set_attribute(link, "epub:type", type);
  set_attribute(link, "href", section->file());
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
  add_landmark(list, chapter ? chapter : publication.first_of(SectionKind::Topic), "bodymatter",
               "Start of the text");
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
void write_caption_lists(pugi::xml_node body, const Publication& publication, const LinkMap& links) {
  std::vector<const Document*> documents;
  for (const Section& section : publication.sections)
    if (section.document) documents.push_back(section.document);
  for (const CaptionList list : publication.input.book->lists) {
    const std::vector<CaptionEntry> entries = caption_entries(documents, list);
    if (entries.empty()) continue;
    const std::string_view type = nav_type(list);
    pugi::xml_node node = add_element(body, type.empty() ? "section" : "nav", "captions");
    if (!type.empty()) set_attribute(node, "epub:type", type);
    add_text_element(node, "h2", heading_of(list));
    pugi::xml_node items = add_element(node, "ol");
    for (const CaptionEntry& entry : entries)
      if (const auto href = links.href(entry.target))
        add_entry(add_element(items, "li"), entry.number + " " + entry.text, *href);
  }
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

void add_ncx_meta(pugi::xml_node head, std::string_view name, std::string_view content) {
  pugi::xml_node meta = add_element(head, "meta");
  set_attribute(meta, "name", name);
  set_attribute(meta, "content", content);
}

}  // namespace

std::string navigation_document(const Publication& publication, const LinkMap& links) {
  XhtmlPage page("Contents", publication.input.book->meta.language);
  pugi::xml_node nav = add_element(page.body(), "nav", "contents");
  set_attribute(nav, "epub:type", "toc");
  set_attribute(nav, "role", "doc-toc");
  set_attribute(nav, "id", "toc");
  add_text_element(nav, "h1", "Contents");
  write_contents(nav, publication);
  write_caption_lists(page.body(), publication, links);
  write_landmarks(page.body(), publication);
  return page.bytes();
}

std::string ncx_document(const Publication& publication) {
  pugi::xml_document document;
  pugi::xml_node ncx = document.append_child("ncx");
  set_attribute(ncx, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
  set_attribute(ncx, "version", "2005-1");
  set_attribute(ncx, "xml:lang", publication.input.book->meta.language);
  pugi::xml_node head = add_element(ncx, "head");
  add_ncx_meta(head, "dtb:uid", unique_identifier(publication.input));
  add_ncx_meta(head, "dtb:depth", "2");
  add_ncx_meta(head, "dtb:totalPageCount", "0");
  add_ncx_meta(head, "dtb:maxPageNumber", "0");
  add_text_element(add_element(ncx, "docTitle"), "text", full_title(publication.input));
  pugi::xml_node map = add_element(ncx, "navMap"), topic;
  int order = 0;
  for (const Section& section : publication.sections) {
    if (!is_listed(section)) continue;
    const pugi::xml_node point =
        add_nav_point(section.kind == SectionKind::Chapter ? topic : map, section, order);
    if (section.kind == SectionKind::Topic) topic = point;
  }
  return serialise(document);
}

}  // namespace nbpublish
