// The lists of the navigation document (EPUB 3.3, section 7), and the NCX of EPUB 2.
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "preflight/epub/readers.h"
#include "preflight/epub/shown.h"
#include "preflight/epub/xml_reader.h"

namespace nbpublish {
namespace {

class NavHandler : public XmlHandler {
 public:
  int toc_entries = 0, toc_depth = 0, page_entries = 0;
  bool has_toc = false, has_text_landmark = false;

  void start(const XmlElement& element) override {
    ++depth_;
    const std::string_view type = element.attribute("type", kOps);
    if (element.name == "nav" && nav_depth_ == 0) start_nav(type);
    if (nav_depth_ == 0) return;
    if (element.name == "ol") toc_depth = std::max(toc_depth, list_ == List::Toc ? ++lists_ : 0);
    if (element.name != "a") return;
    if (list_ == List::Toc) ++toc_entries;
    if (list_ == List::Pages) ++page_entries;
    if (list_ == List::Landmarks && (has_word(type, "bodymatter") || has_word(type, "text"))) has_text_landmark = true;
  }

  void end(std::string_view, std::string_view name) override {
    if (name == "ol" && list_ == List::Toc) --lists_;
    if (depth_ == nav_depth_) nav_depth_ = 0, list_ = List::None;
    --depth_;
  }

 private:
  enum class List { None, Toc, Pages, Landmarks };

  void start_nav(std::string_view type) {
    nav_depth_ = depth_;
    list_ = has_word(type, "toc")         ? List::Toc
            : has_word(type, "page-list") ? List::Pages
            : has_word(type, "landmarks") ? List::Landmarks
                                          : List::None;
    has_toc = has_toc || list_ == List::Toc;
    lists_ = 0;
  }

  int depth_ = 0, nav_depth_ = 0, lists_ = 0;
  List list_ = List::None;
};

class NcxHandler : public XmlHandler {
 public:
  NcxHandler(Reading& reading, const std::string& file) : reading_(reading), file_(file) {}

  int entries = 0, depth = 0;
  std::string identifier;

  void start(const XmlElement& element) override {
    if (element.name == "navPoint") ++entries, depth = std::max(depth, ++points_);
    if (element.name == "content") reading_.refer(file_, Reference::Kind::Link, element.attribute("src"), element.spot);
    if (element.name == "meta" && element.attribute("name") == "dtb:uid") identifier = trimmed(element.attribute("content"), kHtmlSpace);
  }
  void end(std::string_view, std::string_view name) override {
    if (name == "navPoint") --points_;
  }

 private:
  Reading& reading_;
  const std::string& file_;
  int points_ = 0;
};

}  // namespace

void read_nav(Reading& reading, const std::string& file) {
  const ZipEntry* entry = reading.book.archive.find(file);
  if (!entry) return;
  NavHandler handler;
  read_xml(reading.book.archive.read(*entry), handler);  // its faults were told when it was read as content
  const Place place{file, 0};
  if (!handler.has_toc) reading.findings.add(EpubRule::Nav, place, "no <nav epub:type=\"toc\">");
  else if (handler.toc_entries == 0) reading.findings.add(EpubRule::Nav, place, "its table of contents is empty");
  reading.findings.at_most(EpubRule::NavDepth, place, handler.toc_depth, "");
  if (handler.page_entries == 0) reading.findings.add(EpubRule::PageList, place, "no <nav epub:type=\"page-list\">, or it is empty");
  if (!handler.has_text_landmark && !reading.book.package.has_text_reference)
    reading.findings.add(EpubRule::Landmarks, place, "no landmark of the type bodymatter");
}

void read_ncx(Reading& reading, const std::string& file) {
  const ZipEntry* entry = reading.book.archive.find(file);
  if (!entry) return;
  NcxHandler handler(reading, file);
  if (!reading.is_sound(file, read_xml(reading.book.archive.read(*entry), handler))) return;
  if (handler.entries == 0) reading.findings.add(EpubRule::Ncx, {file, 0}, "it has no navPoint");
  for (const Metadatum* one : reading.book.package.all("dc:identifier"))
    if (one->id == reading.book.package.unique_identifier && one->value != handler.identifier)
      reading.findings.add(
          EpubRule::Ncx, {file, 0},
          fmt::format("its dtb:uid is {}, the book's identifier {}", in_quotes(handler.identifier), in_quotes(one->value)));
  reading.findings.at_most(EpubRule::NcxDepth, {file, 0}, handler.depth, "");
}

}  // namespace nbpublish
