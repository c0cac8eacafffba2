// Directions of what is read, and code by itself.
#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

constexpr const char* kPage = "EPUB/text/arch-intro.xhtml";

std::string dir_of(pugi::xml_document& page, const char* xpath) {
  const pugi::xml_node node = page.select_node(xpath).node();
  REQUIRE(node);
  return node.attribute("dir").value();
}

Block list_of(std::vector<std::string> words) {
  List list;
  for (std::string& item : words) list.items.push_back({0, {}, {}, {paragraph(std::move(item))}});
  return {0, {}, std::move(list)};
}

}  // namespace

TEST_CASE("what print sets from the right says so, and nothing else does") {
  SampleBook book;
  Table table;
  table.columns.resize(2);
  table.head.cells.push_back({0, {}, {paragraph("שם")}});
  table.head.cells.push_back({0, {}, {paragraph("Name")}});
  table.caption = {text("כותרת")};
  Quote quote;
  quote.blocks.push_back(paragraph("اللغة العربية"));
  quote.attribution = {text("מחבר")};
  book.blocks() = {paragraph("שלום (world)."), paragraph("Hello שלום."),  heading(2, "כותרת", "a"),
                   list_of({"אחד", "two"}),    {0, {}, std::move(quote)}, {0, {}, std::move(table)}};
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kPage);
  CHECK(dir_of(page, "//p[contains(., 'world')]") == "rtl");
  CHECK(dir_of(page, "//p[contains(., 'Hello')]") == "");
  CHECK(dir_of(page, "//h2") == "rtl");
  CHECK(dir_of(page, "//li[contains(., 'אחד')]") == "rtl");
  CHECK(dir_of(page, "//li[contains(., 'two')]") == "");
  CHECK(dir_of(page, "//blockquote/p[1]") == "rtl");
  CHECK(dir_of(page, "//blockquote/p[@class='attribution']") == "rtl");
  CHECK(dir_of(page, "//th[1]") == "rtl");
  CHECK(dir_of(page, "//th[2]") == "");
  CHECK(dir_of(page, "//caption") == "rtl");
  CHECK(dir_of(page, "//h1") == "");
  pugi::xml_document contents = epub.xml("EPUB/text/contents.xhtml");
  CHECK(dir_of(contents, "//li[a[. = 'כותרת']]") == "rtl");
}

TEST_CASE("code runs left to right by itself, and its words that do not are told apart") {
  SampleBook book;
  CodeBlock code;
  code.info.language = "js";
  code.text = "s = \"שלום עולם\"; // עולם";
  List list;
  list.items.push_back(
      {0, {}, {}, {paragraph(Inlines{text("שלום "), {{}, Code{"f(\"שב\")"}}, text(" גד")}), {0, {}, CodeBlock{{}, "plain", {}, {}, ""}}}});
  book.blocks() = {{0, {}, std::move(list)}, {0, {}, code}, paragraph(Inlines{text("Plain "), {{}, Code{"x"}}})};
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kPage);
  CHECK(dir_of(page, "//li") == "rtl");
  CHECK(dir_of(page, "//li/code") == "ltr");
  CHECK(text_of(page.select_node("//li/code").node()) == "f(\"שב\")");
  CHECK(text_of(page.select_node("//li/code/bdi").node()) == "שב");
  CHECK(dir_of(page, "//li//pre") == "ltr");
  CHECK(dir_of(page, "(//pre)[2]") == "ltr");
  CHECK(text_of(page.select_node("(//pre)[2]").node()) == code.text);
  CHECK(page.select_nodes("(//pre)[2]//bdi").size() == 3);
  CHECK(dir_of(page, "//p[contains(., 'Plain')]/code") == "");
}

TEST_CASE("a book that runs left to right has no directions") {
  const OpenedEpub epub(*SampleBook().write());
  for (const auto& entry : epub.entries) {
    if (entry.path.ends_with(".css")) continue;
    INFO(entry.path);
    const std::size_t at = entry.bytes.find("dir=\"");
    INFO(entry.bytes.substr(std::min(at, entry.bytes.size()), 60));
    CHECK(at == std::string::npos);
  }
}
