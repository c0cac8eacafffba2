#include <filesystem>
#include <set>

#include "epub_fixture.h"
#include "output/epub/package.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

std::string metadata(pugi::xml_document& opf, const char* xpath) { return text_of(opf.select_node(xpath).node()); }

std::string with_folder(const std::string& file, const std::string& href) {
  return (std::filesystem::path(file).parent_path() / href).lexically_normal().generic_string();
}

}  // namespace

TEST_CASE("the manifest lists every file of the container once, and no other") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  std::multiset<std::string> listed, packed;
  pugi::xml_document opf = epub.xml("EPUB/package.opf");
  for (const auto& item : opf.select_nodes("//item")) listed.insert(with_folder("EPUB/package.opf", item.node().attribute("href").value()));
  for (const testing::ArchivedFile& entry : epub.entries)
    if (entry.path.starts_with("EPUB/") && entry.path != "EPUB/package.opf") packed.insert(entry.path);
  CHECK(listed == packed);
  CHECK(epub.xml("META-INF/container.xml").select_node("//rootfile[@full-path='EPUB/package.opf']"));
}

TEST_CASE("the spine has short front matter, the text, the back") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  std::vector<std::string> spine;
  pugi::xml_document opf = epub.xml("EPUB/package.opf");
  for (const auto& item : opf.select_nodes("//itemref")) spine.push_back(item.node().attribute("idref").value());
  CHECK(spine == std::vector<std::string>{"cover", "title-page", "copyright", "dedication", "contents", "preface", "topic-1", "arch-intro",
                                          "arch-loop", "accessibility", "imprint"});
}

TEST_CASE("every internal address has its file and its id") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  int checked = 0;
  for (const testing::ArchivedFile& entry : epub.entries) {
    if (!entry.path.ends_with(".xhtml") && !entry.path.ends_with(".ncx")) continue;
    pugi::xml_document document = epub.xml(entry.path);
    for (const auto& found : document.select_nodes("//@href | //@src")) {
      const std::string href = found.attribute().value();
      if (href.find("://") != std::string::npos) continue;
      INFO(entry.path << " -> " << href);
      const std::size_t hash = std::min(href.find('#'), href.size());
      const std::string file = hash == 0 ? entry.path : with_folder(entry.path, href.substr(0, hash));
      const std::string& bytes = epub[file];
      if (hash < href.size()) CHECK(bytes.find(" id=\"" + href.substr(hash + 1) + "\"") != std::string::npos);
      ++checked;
    }
  }
  CHECK(checked > 40);
}

TEST_CASE("ids are unique in their file") {
  SampleBook book;
  book.blocks().push_back({0, {}, Figure{"x.png", "", {}, "more", ""}});  // a label that a heading has
  const OpenedEpub epub(*book.write());
  for (const testing::ArchivedFile& entry : epub.entries) {
    if (!entry.path.ends_with(".xhtml")) continue;
    std::set<std::string> ids;
    pugi::xml_document document = epub.xml(entry.path);
    for (const auto& found : document.select_nodes("//@id")) CHECK(ids.insert(found.attribute().value()).second);
  }
}

TEST_CASE("metadata say what the manifest says") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document opf = epub.xml("EPUB/package.opf");
  CHECK(metadata(opf, "//dc:identifier") == "urn:uuid:6f5b46c2-b0e2-5a47-a887-8eabf81f7f53");
  CHECK(metadata(opf, "//dc:title[@id='title']") == "The Book, Volume I: Basics of the Runtime");
  CHECK(metadata(opf, "//dc:title[@id='subtitle']") == "From the Start");
  CHECK(opf.select_nodes("//dc:creator").size() == 2);
  CHECK(metadata(opf, "//meta[@refines='#person-3'][@property='role']") == "ctb");
  CHECK(metadata(opf, "//dc:language") == "en-US");
  CHECK(metadata(opf, "//dc:publisher") == "Press & Sons");
  CHECK(metadata(opf, "//dc:rights") == "\u00A9 2026 A. Author CC BY-SA 4.0");
  CHECK(metadata(opf, "//dc:date") == "2026-11-01");
  CHECK(metadata(opf, "//dc:description") == "About <everything>.");
  CHECK(metadata(opf, "//meta[@property='dcterms:modified']") == "2026-11-01T00:00:00Z");
  CHECK(metadata(opf, "//meta[@property='belongs-to-collection']") == "The Book");
  CHECK(metadata(opf, "//meta[@refines='#series'][@property='group-position']") == "1");
  CHECK(metadata(opf, "//meta[@property='schema:accessModeSufficient']") == "textual");
  CHECK(opf.select_node("//item[@properties='cover-image']"));
  CHECK(opf.select_node("//item[@properties='nav'][@href='text/contents.xhtml']"));
}

TEST_CASE("a book of bare words still has an identifier, the same in every build, and a title") {
  EpubInput input;
  Book book;
  Volume volume{"volume-1", 1, "", "", "", "", {}, {}, {}};
  input.texts.book = &book;
  input.texts.volume = &volume;
  const std::string first = unique_identifier(input);
  CHECK(first.size() == 45);
  CHECK(first[9 + 14] == '5');
  CHECK(first == unique_identifier(input));
  volume.identifiers["epub"] = "isbn:9781234567897";
  CHECK(unique_identifier(input) == "urn:isbn:9781234567897");
}

TEST_CASE("contents nest topics, chapters and their second headings") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document nav = epub.xml("EPUB/text/contents.xhtml");
  CHECK(text_of(nav.select_node("//nav[@epub:type='toc']/ol/li[2]/a").node()) == "Chapter 1: Architecture");
  CHECK(text_of(nav.select_node("//nav[@epub:type='toc']/ol/li[2]/ol/li[1]/a").node()) == "1.1 The fs module");
  CHECK(text_of(nav.select_node("//nav[@epub:type='toc']/ol/li[2]/ol/li[1]/ol/li[1]/a").node()) == "Heap & <stack>");
  CHECK(nav.select_nodes("//nav[@epub:type='toc']//ol[not(li)]").empty());
  CHECK(std::string(nav.select_node("//nav[@epub:type='landmarks']//a[@epub:type='bodymatter']").node().attribute("href").value()) ==
        "arch-intro.xhtml");

  pugi::xml_document ncx = epub.xml("EPUB/toc.ncx");
  CHECK(ncx.select_nodes("/ncx/navMap/navPoint").size() == 4);
  CHECK(ncx.select_nodes("/ncx/navMap/navPoint/navPoint").size() == 2);
  CHECK(ncx.select_nodes("/ncx/navMap/navPoint/navPoint/navPoint").empty());
  CHECK(std::string(ncx.select_node("//meta[@name='dtb:uid']").node().attribute("content").value()) ==
        "urn:uuid:6f5b46c2-b0e2-5a47-a887-8eabf81f7f53");
}

TEST_CASE("two runs give the same bytes") {
  SampleBook one, two;
  CHECK(*one.write() == *two.write());
}

TEST_CASE("every embedded face is small, named in the stylesheet and has the book's characters") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  std::size_t faces = 0;
  for (const testing::ArchivedFile& entry : epub.entries) {
    if (!entry.path.starts_with("EPUB/fonts/")) continue;
    ++faces;
    CHECK(entry.bytes.size() < 60'000);
    CHECK(epub["EPUB/style/fonts.css"].find("url(\"../fonts/" + entry.path.substr(11) + "\")") != std::string::npos);
  }
  CHECK(faces == 10);
}
