// What chapters are about, and what they build on.
#include <optional>

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
  auto epub = std::make_optional<OpenedEpub>(*book.write());
  const auto needs = [&](const Document& document) {
    std::string out;
    for (const auto& entry : epub->entries) {
      if (!entry.path.ends_with(".xhtml") || entry.bytes.find("class=\"needs\"") == std::string::npos) continue;
      pugi::xml_document page = epub->xml(entry.path);
      if (text_of(page.select_node("//h1").node()).find(plain_text(document.title)) != std::string::npos)
        out += text_at(page, "//p[@class='needs']");
    }
    return out;
  };
  CHECK(needs(book.documents[1]) == "You need: 1.1 " + plain_text(book.documents[0].title));
  CHECK(needs(book.documents[0]).empty());
  book.input.map_least = 0;
  epub.emplace(*book.write());
  CHECK(needs(book.documents[1]).empty());
}

TEST_CASE("a chapter leads to its sections if it has as many as the style asks for") {
  SampleBook book;
  const auto links = [&] {
    std::string out;
    const OpenedEpub epub(*book.write());
    pugi::xml_document page = epub.xml("EPUB/text/arch-intro.xhtml");
    for (const pugi::xpath_node& found : page.select_nodes("//nav[@class='map'][@aria-label='In this chapter']/ol/li/a"))
      out += text_of(found.node()) + " " + found.node().attribute("href").value() + "\n";
    return out;
  };
  CHECK(links().empty());
  book.blocks().push_back(heading(3, "Below", "below"));
  book.blocks().push_back(heading(2, "Last", "last"));
  CHECK(links() == "Heap & <stack> arch-intro.xhtml#heap--stack\nMore arch-intro.xhtml#more\nLast arch-intro.xhtml#last\n");
  book.input.map_least = 4;
  CHECK(links().empty());
  book.input.map_least = 0;
  CHECK(links().empty());
}

TEST_CASE("the list of sections stands once in a chapter of several files, before its text, and leads into all of them") {
  SampleBook book;
  for (int i = 0; i < 8; ++i) {
    book.blocks().push_back(heading(2, "Part " + std::to_string(i), "part-" + std::to_string(i)));
    book.blocks().push_back(paragraph(std::string(60'000, 'x')));
  }
  const OpenedEpub epub(*book.write());
  std::size_t lists = 0;
  for (const auto& entry : epub.entries) lists += entry.bytes.find("<nav class=\"map\"") != std::string::npos ? 1 : 0;
  CHECK(lists == 1);
  pugi::xml_document page = epub.xml("EPUB/text/arch-intro.xhtml");
  CHECK(page.select_node("//p[@class='standfirst']/following-sibling::*[1][self::nav]"));
  const std::string last = page.select_node("(//nav//a)[last()]").node().attribute("href").value();
  CHECK(last.find("arch-intro.xhtml") == std::string::npos);
  CHECK(last.ends_with("#part-7"));
}
