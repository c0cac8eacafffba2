#include "output/epub/file_names.h"

#include <catch2/catch.hpp>

#include <cctype>
#include <set>

#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

TEST_CASE("names are unique without their case, and none is a device's or too long") {
  FileNames names({"cover"});
  CHECK(names.unique("arch/Loop") == "arch-Loop");
  CHECK(names.unique("arch/loop") == "arch-loop-2");
  CHECK(names.unique("ARCH-LOOP") == "ARCH-LOOP-3");
  CHECK(names.unique("Cover") == "Cover-2");
  CHECK(names.unique("a_b") == "a-b");
  CHECK(names.unique("a_b", '_') == "a_b");
  CHECK(names.unique("\u00E9") == "--");
  CHECK(names.unique("CON") == "CON-file");
  CHECK(names.unique("com1") == "com1-file");
  CHECK(names.unique("com") == "com");
  CHECK(names.unique(std::string(300, 'x')).size() == 100);
  CHECK(names.unique(std::string(300, 'x')) == std::string(100, 'x') + "-2");
}

TEST_CASE("chapters and pictures whose names differ in case only have files of their own") {
  SampleBook book;
  book.book.volumes[0].topics[0].chapters[1].key = book.documents[1].chapter = "arch/Intro";
  book.input.pictures["figures/A.png"] = book.input.pictures["figures/a.png"] = png(3, 3);
  book.blocks() = {paragraph({{{}, InlineImage{"/figures/A.png", "a"}}, {{}, InlineImage{"/figures/a.png", "b"}}})};
  const OpenedEpub epub(*book.write());
  std::set<std::string> folded;
  for (const auto& entry : epub.entries) {
    std::string name = entry.path;
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    INFO(name);
    CHECK(folded.insert(name).second);
  }
  CHECK(folded.contains("epub/text/arch-intro-2.xhtml"));
  CHECK(folded.contains("epub/images/a-2.png"));
}

TEST_CASE("a chapter may be called as other ids of the package are") {
  SampleBook book;
  for (const char* key : {"image/a", "person/1", "cover/image", "font/1", "subject.1"}) {
    INFO(key);
    book.book.volumes[0].topics[0].chapters[1].key = book.documents[1].chapter = key;
    const OpenedEpub epub(*book.write());
    pugi::xml_document package = epub.xml("EPUB/package.opf");
    std::set<std::string> ids;
    for (const auto& found : package.select_nodes("//@id")) CHECK(ids.insert(found.attribute().value()).second);
  }
}
