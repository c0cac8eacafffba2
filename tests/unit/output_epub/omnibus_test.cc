// All volumes in one ebook, each a part.
#include "epub_fixture.h"

#include "book/omnibus.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

struct Omnibus : SampleBook {
  Omnibus() {
    logs.file = "chapters/02-prod/01-logs.md";
    logs.chapter = "prod/logs";
    logs.title = {text("Logs")};
    logs.blocks = {heading(2, "X", "x"), paragraph("Words.")};
    whole = omnibus_of(book, {&book.volumes[0], &book.volumes[1]});
    input.texts.book = &book;
    input.texts.volume = &whole;
    input.texts.topics = {
        {&whole.topics[0], {{&whole.topics[0].chapters[0], &documents[0]}, {&whole.topics[0].chapters[1], &documents[1]}}},
        {&whole.topics[1], {{&whole.topics[1].chapters[0], &logs}}}};
    input.parts = {{&book.volumes[0], 0}, {&book.volumes[1], 1}};
  }
  Document logs;
  Volume whole;
};

}  // namespace

TEST_CASE("an omnibus has a page for each volume, and topics and chapters below it") {
  Omnibus book;
  const OpenedEpub epub(write_epub(book.input, fonts(), book.sink)->epub);
  pugi::xml_document contents = epub.xml("EPUB/text/contents.xhtml"), part = epub.xml("EPUB/text/part-1.xhtml"),
                     ncx = epub.xml("EPUB/toc.ncx");
  const auto volumes = contents.select_nodes("//nav[@epub:type='toc']/ol/li[ol]");
  REQUIRE(volumes.size() == 2);
  CHECK(text_of(volumes[1].node().child("a")) == "Volume II: Production");
  CHECK(text_of(volumes[1].node().select_node("ol/li/a").node()) == "Chapter 2: Production");
  CHECK(text_of(volumes[1].node().select_node("ol/li/ol/li/a").node()) == "2.1 Logs");
  CHECK(text_of(part.select_node("//h1").node()) == "Volume I Basics of the Runtime");
  CHECK(text_of(part.select_node("//p").node()) == "From the Start");
  // No shop shows more than three levels, Kindle two.
  CHECK(contents.select_nodes("//nav[@epub:type='toc']/ol/li/ol/li/ol/li").size() == 3);
  CHECK_FALSE(contents.select_node("//nav[@epub:type='toc']/ol/li/ol/li/ol/li/ol"));
  CHECK(ncx.select_nodes("/ncx/navMap/navPoint/navPoint").size() == 5);
  CHECK_FALSE(ncx.select_node("/ncx/navMap/navPoint/navPoint/navPoint"));
}

TEST_CASE("volumes of an omnibus lead to each other; it is a book of its own") {
  Omnibus book;
  const OpenedEpub epub(write_epub(book.input, fonts(), book.sink)->epub);
  pugi::xml_document chapter = epub.xml("EPUB/text/arch-intro.xhtml"), package = epub.xml("EPUB/package.opf");
  CHECK(std::string(chapter.select_node("//a[.='another volume']").node().attribute("href").value()) == "prod-logs.xhtml#x");
  CHECK(text_of(package.select_node("//*[@id='title']").node()) == "The Book");
  CHECK_FALSE(package.select_node("//meta[@property='belongs-to-collection']"));
}

TEST_CASE("the manifest's words for the omnibus, or the book's") {
  Book book;
  book.meta.title = "The Book";
  book.volumes.resize(2);
  book.volumes[1].topics.resize(1);
  const std::vector<const Volume*> all{&book.volumes[0], &book.volumes[1]};
  CHECK(omnibus_of(book, all).title == "The Book");
  CHECK(omnibus_of(book, all).topics.size() == 1);
  book.omnibus.title = "All of It";
  book.omnibus.identifiers["epub"] = "urn:uuid:x";
  CHECK(omnibus_of(book, all).title == "All of It");
  CHECK(omnibus_of(book, all).identifiers.at("epub") == "urn:uuid:x");
  CHECK(omnibus_of(book, all).key == kOmnibusKey);
}
