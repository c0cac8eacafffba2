// What chapters are about, and what they build on.
#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

std::string text_at(pugi::xml_document& document, const char* xpath) { return text_of(document.select_node(xpath).node()); }

}  // namespace

TEST_CASE("a topic's page says what its chapters are about") {
  SampleBook book;
  book.documents[0].standfirst = {text("What it "), {{}, Emphasis{{text("is")}}}, text(" about.")};
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml("EPUB/text/topic-1.xhtml");
  CHECK(text_at(page, "//li/p[@class='about']") == "What it is about.");
}

TEST_CASE("a chapter says which chapters before it it needs") {
  SampleBook book;
  book.documents[1].blocks.push_back(paragraph({link_to(InternalTarget{book.documents[0].chapter, ""}, "before")}));
  const OpenedEpub epub(*book.write());
  const auto needs = [&](const Document& document) {
    std::string out;
    for (const auto& entry : epub.entries) {
      if (!entry.path.ends_with(".xhtml") || entry.bytes.find("class=\"needs\"") == std::string::npos) continue;
      pugi::xml_document page = epub.xml(entry.path);
      if (text_of(page.select_node("//h1").node()).find(plain_text(document.title)) != std::string::npos)
        out += text_at(page, "//p[@class='needs']");
    }
    return out;
  };
  CHECK(needs(book.documents[1]) == "You need: 1.1 " + plain_text(book.documents[0].title));
  CHECK(needs(book.documents[0]).empty());
}
