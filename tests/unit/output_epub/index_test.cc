// The index and the lists of captions.
#include "document/caption_list.h"
#include "document/index_term.h"
#include "document/resolve.h"
#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

Inline mark(const std::string& words, const std::string& entry = {}, const std::string& see = {}, bool main = false) {
  return {{}, IndexMark{inlines_of_term(words), levels_of(entry), references_of(see), {}, main, ""}};
}

// A book whose first chapters hold marks, its index collected.
struct IndexedBook : SampleBook {
  BookIndex collected;
  IndexedBook(Inlines first, Inlines second) {
    documents[0].blocks.push_back(paragraph(std::move(first)));
    documents[1].blocks.push_back(paragraph(std::move(second)));
    std::vector<const Document*> all;
    for (Document& document : documents) {
      assign_index_anchors(document);
      all.push_back(&document);
    }
    collected = collect_index(all, {}, "en", sink);
    input.texts.index = &collected;
  }
};

std::string text_at(pugi::xml_document& document, const char* xpath) { return text_of(document.select_node(xpath).node()); }
std::string href_at(pugi::xml_document& document, const char* xpath) {
  return document.select_node(xpath).node().attribute("href").value();
}

Block listing(const std::string& caption) {
  CodeBlock code;
  code.text = "a";
  code.caption = {text(caption)};
  return {0, {}, std::move(code)};
}

}  // namespace

TEST_CASE("the index leads to marks by the chapters' numbers") {
  IndexedBook book({text("a "), mark("stream"), mark("stream")}, {mark("stream", "", "", true), mark("`read()`", "stream!reading")});
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml("EPUB/text/index.xhtml");
  CHECK(text_at(page, "//section[@role='doc-index']/h1") == "Index");
  CHECK(text_at(page, "//section[@epub:type='index-group']/h2") == "S");
  const char* const entry = "//li[@epub:type='index-entry'][1]";
  CHECK(text_at(page, entry) == "stream, 1.1, 1.1/2, 1.2reading, 1.2");
  CHECK(text_at(page, "//strong") == "1.2");
  const std::string href = href_at(page, "(//a[@epub:type='index-locator'])[2]");
  pugi::xml_document chapter = epub.xml("EPUB/text/" + href.substr(0, href.find('#')));
  const std::string target = "//span[@id='" + href.substr(href.find('#') + 1) + "']";
  CHECK(text_at(chapter, target.c_str()) == "stream");
}

TEST_CASE("see leads to the entry in the index") {
  IndexedBook book({mark("loop", "", "event loop"), mark("event loop")}, {});
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml("EPUB/text/index.xhtml");
  const std::string href = href_at(page, "//em/following-sibling::a");
  CHECK(text_at(page, "//section[@epub:type='index-group'][2]//li") == "loop. See event loop");
  CHECK(text_at(page, ("//li[@id='" + href.substr(1) + "']/span").c_str()) == "event loop");
}

TEST_CASE("the index stands in contents, landmarks and metadata, and only if there is one") {
  IndexedBook with({mark("stream")}, {});
  const OpenedEpub epub(*with.write());
  pugi::xml_document nav = epub.xml("EPUB/text/contents.xhtml");
  CHECK(text_at(nav, "//nav[@epub:type='toc']//a[@href='index.xhtml']") == "Index");
  CHECK(text_at(nav, "//nav[@epub:type='landmarks']//a[@epub:type='index']") == "Index");
  CHECK(epub["EPUB/package.opf"].find(">index<") != std::string::npos);
  SampleBook without;
  const OpenedEpub plain(*without.write());
  for (const auto& entry : plain.entries) CHECK(entry.path != "EPUB/text/index.xhtml");
  CHECK(plain["EPUB/package.opf"].find(">index<") == std::string::npos);
}

TEST_CASE("lists of captions stand behind the contents, with links") {
  SampleBook book;
  book.documents[0].blocks = {listing("One"), listing("Two")};
  book.documents[1].blocks.clear();
  CaptionCounters counters;
  number_captions(book.documents[0], "1", counters);
  assign_caption_anchors(book.documents[0]);
  book.book.lists = {CaptionList::Figures, CaptionList::Listings};
  const OpenedEpub epub(*book.write());
  pugi::xml_document nav = epub.xml("EPUB/text/contents.xhtml");
  CHECK(text_at(nav, "//section[@class='captions']/h2") == "Listings");
  CHECK(nav.select_nodes("//section[@class='captions']//li").size() == 2);
  CHECK(text_at(nav, "//section[@class='captions']//li[2]/a") == "1.2 Two");
  CHECK(href_at(nav, "//section[@class='captions']//li[2]/a").find("#listing-1.2") != std::string::npos);
  CHECK(nav.select_nodes("//nav[@epub:type='loi']").empty());
}

TEST_CASE("a mention of a topic leads to its page") {
  SampleBook book;
  book.blocks().push_back(paragraph({{{}, Link{InternalTarget{"topic-1", ""}, "", {text("Chapter 1")}, PageText::Never}}}));
  const OpenedEpub epub(*book.write());
  bool found = false;
  for (const auto& entry : epub.entries) found = found || entry.bytes.find("<a href=\"topic-1.xhtml\">Chapter 1</a>") != std::string::npos;
  CHECK(found);
}

TEST_CASE("the indexes of names are files of their own, with links to the places") {
  SampleBook book;
  book.blocks().push_back(paragraph({code("fs.stat()"), text(" and "), code("EMFILE")}));
  const NameIndexes names = collect_names(mark_names({&book.documents[0], &book.documents[1]}), "en");
  book.input.texts.names = &names;
  const OpenedEpub epub(*book.write());
  pugi::xml_document apis = epub.xml("EPUB/text/index-of-apis.xhtml");
  CHECK(text_at(apis, "//section[@role='doc-index']/h1") == "Index of APIs");
  CHECK(text_at(apis, "//li[@epub:type='index-entry'][1]") == "fs.stat(), 1.1");
  CHECK(text_at(apis, "//li[@epub:type='index-entry'][1]//code") == "fs.stat()");
  const std::string href = href_at(apis, "(//a[@epub:type='index-locator'])[1]");
  pugi::xml_document chapter = epub.xml("EPUB/text/" + href.substr(0, href.find('#')));
  CHECK(chapter.select_node(("//*[@id='" + href.substr(href.find('#') + 1) + "']").c_str()));
  pugi::xml_document errors = epub.xml("EPUB/text/index-of-errors.xhtml");
  CHECK(text_at(errors, "//section[@epub:type='index-group']/h2") == "Errors");
}

TEST_CASE("an index of all volumes says the volume before the chapter, and links to its own alone") {
  SampleBook book;
  IndexEntry entry;
  entry.term = "`fs.stat()`";
  entry.anchor = "entry-1";
  entry.places = {{{book.documents[0].chapter, ""}, true, "I"}, {{"prod/logs", ""}, false, "II"}};
  NameIndexes names;
  names.apis.push_back(IndexGroup{"F", {entry}});
  book.input.texts.names = &names;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml("EPUB/text/index-of-apis.xhtml");
  CHECK(text_at(page, "//li[@epub:type='index-entry'][1]") == "fs.stat(), I\u00A01.1, II\u00A02.1");
  CHECK(text_at(page, "//strong/a") == "I\u00A01.1");
  CHECK(page.select_nodes("//a[@epub:type='index-locator']").size() == 1);
}
