#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

std::string text_at(pugi::xml_document& document, const char* xpath) { return text_of(document.select_node(xpath).node()); }

}  // namespace

TEST_CASE("the title page names set, volume, author and edition") {
  SampleBook book;
  book.input.texts.early_access = true;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml("EPUB/text/title-page.xhtml");
  CHECK(text_at(page, "//p[@class='set']") == "The Book, Volume I");
  CHECK(text_at(page, "//h1") == "Basics of the Runtime");
  CHECK(text_at(page, "//p[@class='author']") == "A. Author, B. Writer");
  CHECK(text_at(page, "//p[@class='early-access']") == "Early access, revision 1.0, not final");
}

TEST_CASE("titles with markup are set on pages and plain in metadata") {
  SampleBook book;
  const Phrase own = Phrase::of({text("One\u2019s "), {{}, Code{"code"}}, text(" & "), {{}, Emphasis{{text("stars")}}}});
  book.book.volumes[0].title = own;
  book.book.volumes[0].topics[0].title = own;
  book.book.volumes[0].topics[0].summary = own;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml("EPUB/text/title-page.xhtml");
  CHECK(text_at(page, "//h1") == "One\u2019s code & stars");
  CHECK(text_at(page, "//h1/code") == "code");
  CHECK(text_at(page, "//h1/em") == "stars");
  pugi::xml_document topic = epub.xml("EPUB/text/topic-1.xhtml");
  CHECK(text_at(topic, "//h1/code") == "code");
  CHECK(text_at(topic, "//p[@class='summary']/em") == "stars");
  pugi::xml_document package = epub.xml("EPUB/package.opf");
  CHECK(text_at(package, "//dc:title[1]") == "The Book, Volume I: One\u2019s code & stars");
  CHECK(book.onix.find("<TitleText>One\u2019s code &amp; stars</TitleText>") != std::string::npos);
  pugi::xml_document contents = epub.xml("EPUB/text/contents.xhtml");
  CHECK(text_of(contents).find("Chapter 1: One\u2019s code & stars") != std::string::npos);
}

TEST_CASE("the copyright page is short and leads to the imprint, which has everything") {
  SampleBook book;
  book.book.volumes[0].identifiers = {{"epub", "isbn:9781234567897"}, {"print", "isbn:9781234567880"}};
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml("EPUB/text/copyright.xhtml");
  CHECK(page.select_nodes("//p").size() <= 12);
  CHECK(std::string(page.select_node("(//p)[last()]/a").node().attribute("href").value()) == "imprint.xhtml");
  CHECK(text_of(page).find("ISBN 9781234567897 (EPUB)") != std::string::npos);

  pugi::xml_document imprint = epub.xml("EPUB/text/imprint.xhtml");
  const std::string all = text_of(imprint);
  for (const char* part :
       {"ISBN 9781234567880 (paperback)", "\u00A9 2026 A. Author", "License: CC BY-SA 4.0", "Press & Sons", "Tested with Node.js 22.1.",
        "Names belong to their owners.", "JetBrains Mono", "First edition, 2026-11-01, revision 1.0"}) {
    INFO(part);
    CHECK(all.find(part) != std::string::npos);
  }
}

TEST_CASE("without rights and licence, all rights are reserved") {
  SampleBook book;
  book.book.meta.rights.clear();
  book.book.meta.licence.clear();
  const OpenedEpub epub(*book.write());
  CHECK(text_of(epub.xml("EPUB/text/copyright.xhtml")).find("All rights reserved.") != std::string::npos);
}

TEST_CASE("a topic page lists its chapters, planned ones without a link") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml("EPUB/text/topic-1.xhtml");
  CHECK(text_at(page, "//h1") == "Chapter 1 Architecture");
  CHECK(text_at(page, "//p[@class='summary']") == "How it is built.");
  CHECK(page.select_nodes("//ul/li/a").size() == 2);
  CHECK(text_at(page, "//li[@class='planned']") == "1.3 Later");
}

TEST_CASE("matter has its own title and type, a dedication none") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document preface = epub.xml("EPUB/text/preface.xhtml");
  CHECK(text_at(preface, "//section[@epub:type='preface'][@role='doc-preface']/h1") == "Before You Read");
  CHECK(std::string(preface.select_node("//a").node().attribute("href").value()) == "arch-loop.xhtml#tbl:cost");
  pugi::xml_document dedication = epub.xml("EPUB/text/dedication.xhtml");
  CHECK_FALSE(dedication.select_node("//h1"));
  CHECK(text_at(dedication, "//section[@epub:type='dedication']/p") == "For you.");
}
