// Printed pages in the ebook: a mark before the word that each begins with, and the list that leads to them.
#include "document/walk.h"
#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

constexpr const char* kFirst = "EPUB/text/arch-intro.xhtml";
constexpr const char* kSecond = "EPUB/text/arch-loop.xhtml";
constexpr const char* kContents = "EPUB/text/contents.xhtml";

// The sample with ids, and pages that begin where a test says.
struct PagedBook : SampleBook {
  PagedBook() {
    NodeId next = 1;
    for (Document& document : documents) edit_each_block(document, [&](Block& block) { block.id = next++; });
    pages.source = "urn:isbn:9780306406157";
    input.pages = &pages;
  }
  void part(std::string key, std::vector<PrintedPageStart> starts) { pages.parts.push_back({std::move(key), std::move(starts)}); }
  NodeId id(std::size_t block) const { return documents[0].blocks[block].id; }

  PrintedPages pages;
};

// The text of an element with "[label]" where a page begins.
std::string marked_text(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata) out += child.value();
    else if (std::string_view(child.attribute("role").value()) == "doc-pagebreak")
      out += std::string("[") + child.attribute("aria-label").value() + "]";
    else out += marked_text(child);
  }
  return out;
}
std::string marked_text(pugi::xml_document& document, const char* xpath) { return marked_text(document.select_node(xpath).node()); }

}  // namespace

TEST_CASE("a mark stands before the character that its page begins with") {
  PagedBook book;
  const NodeId words = book.id(1), code = book.id(2);
  // Blanks and marks of notes count nothing: "Anote,againandafigure".
  book.part("arch/intro", {{"3"}, {"4", words, 6}, {"5", words, 16}, {"6", code, 7}, {"7", code, 15}});
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(marked_text(page, "//section[@role='doc-chapter']").starts_with("[3]1.1 The fs module"));
  CHECK(marked_text(page, "(//section/p)[2]").starts_with("A note1, [4]again1 and a f[5]igure, another volume"));
  CHECK(marked_text(page, "(//pre)[1]") == "const a = [6]`x\n  ${1}`;\n\n\t[7]return \"<&>\"; // \u2713");
  CHECK(text_of(page.select_node("(//pre)[1]").node()) == "const a = `x\n  ${1}`;\n\n\treturn \"<&>\"; // \u2713");
}

TEST_CASE("marks reach into headings, links, lists, quotes, alerts and cells") {
  PagedBook book;
  std::vector<PrintedPageStart> starts;
  int label = 10;
  std::map<NodeId, std::string> labels;
  edit_each_block(book.documents[0], [&](Block& block) {
    if (as<ThematicBreak>(block) || as<List>(block) || block.id == 0) return;
    labels[block.id] = std::to_string(label++);
    starts.push_back({labels[block.id], block.id, 0});
  });
  std::erase_if(starts, [&](const PrintedPageStart& s) {
    return s.node >= book.documents[0].notes[0].blocks[0].id && s.node <= book.documents[0].notes[0].blocks[1].id;
  });
  book.part("arch/intro", starts);
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(page.select_nodes("//span[@role='doc-pagebreak']").size() == starts.size());
  for (const pugi::xpath_node& mark : page.select_nodes("//span[@role='doc-pagebreak']")) {
    CHECK(std::string(mark.node().attribute("epub:type").value()) == "pagebreak");
    CHECK(mark.node().attribute("id"));
  }
  CHECK(marked_text(page, "//h2").ends_with("]Heap & <stack>"));
  CHECK(marked_text(page, "//aside[@role='note']/p").starts_with("["));
  CHECK(marked_text(page, "//blockquote/p[@class='attribution']").starts_with("["));
  CHECK(marked_text(page, "//summary").starts_with("["));
}

TEST_CASE("a listing's page begins before its caption, or in its text, however long the caption is") {
  PagedBook book;
  const NodeId listing = book.documents[1].blocks[4].id, table = book.documents[1].blocks[2].id, figure = book.documents[1].blocks[0].id;
  book.part("arch/loop", {{"1"}, {"2", figure, 0}, {"3", table, 0}, {"4", listing, 0}, {"5", listing, 5}});
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kSecond);
  CHECK(marked_text(page, "//figure[@id='fig:heap']").starts_with("[2]"));
  CHECK(marked_text(page, "//caption").starts_with("[3]Table"));
  CHECK(marked_text(page, "//figure[@id='lst:server']/figcaption").starts_with("[4]Listing"));
  CHECK(marked_text(page, "//figure[@id='lst:server']/pre") == "a();\nb[5]();");
}

TEST_CASE("pages are listed in the order of the printed book, those that the ebook lacks left out") {
  PagedBook book;
  book.part("title", {{"i", 0, 0, {"title", ""}},
                      {"iii", 0, 0, {"title", "title-page"}},
                      {"iv", 0, 0, {"title", "copyright"}},
                      {"v", 0, 0, {"title", "dedication"}}});
  book.part("contents", {{"vii", 0, 0, {"contents", ""}}, {"viii", 0, 0, {"arch/loop", ""}}});
  book.part("topic-1", {{"1", 0, 0, {"topic-1", ""}}, {"2", 0, 0, {"arch/intro", ""}}});
  book.part("arch/intro", {{"3"}, {"4", book.id(1), 0}});
  const OpenedEpub epub(*book.write());
  pugi::xml_document contents = epub.xml(kContents);
  std::vector<std::string> listed;
  for (const pugi::xpath_node& link : contents.select_nodes("//nav[@epub:type='page-list']//a"))
    listed.push_back(text_of(link.node()) + ' ' + link.node().attribute("href").value());
  CHECK(listed == std::vector<std::string>{"iii title-page.xhtml#page.iii", "iv copyright.xhtml#page.iv", "v dedication.xhtml#page.v",
                                           "vii contents.xhtml#page.vii", "viii contents.xhtml#page.viii", "1 topic-1.xhtml#page.1",
                                           "2 topic-1.xhtml#page.2", "3 arch-intro.xhtml#page.3", "4 arch-intro.xhtml#page.4"});
  CHECK(marked_text(contents, "//nav[@epub:type='toc']//li[a[contains(., 'The loop')]]/a").starts_with("[viii]1.2 The loop"));
  pugi::xml_document topic = epub.xml("EPUB/text/topic-1.xhtml");
  CHECK(marked_text(topic, "//li").starts_with("[2]1.1"));
  pugi::xml_document ncx = epub.xml("EPUB/toc.ncx");
  CHECK(ncx.select_nodes("//pageTarget").size() == listed.size());
  CHECK(std::string(ncx.select_node("//pageTarget[@type='normal']").node().attribute("value").value()) == "1");
  CHECK(std::string(ncx.select_node("//meta[@name='dtb:maxPageNumber']").node().attribute("content").value()) == "4");
  pugi::xml_document package = epub.xml("EPUB/package.opf");
  CHECK(text_of(package.select_node("//meta[@property='pageBreakSource']").node()) == "urn:isbn:9780306406157");
  CHECK(package.select_node("//meta[.='pageBreakMarkers']"));
  CHECK(package.select_node("//meta[.='pageNavigation']"));
}

TEST_CASE("a book without printed pages has no marks, no list and does not claim them") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document contents = epub.xml(kContents), package = epub.xml("EPUB/package.opf"), ncx = epub.xml("EPUB/toc.ncx");
  CHECK_FALSE(contents.select_node("//nav[@epub:type='page-list']"));
  CHECK_FALSE(package.select_node("//meta[@property='pageBreakSource']"));
  CHECK_FALSE(package.select_node("//meta[.='pageBreakMarkers']"));
  CHECK_FALSE(ncx.select_node("//pageList"));
}

TEST_CASE("an author's id keeps its name beside a page's mark") {
  PagedBook book;
  std::get<Heading>(book.blocks()[0].content).anchor = "page.3";
  book.part("arch/intro", {{"3"}});
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(std::string(page.select_node("//h2").node().attribute("id").value()) == "page.3");
  CHECK(std::string(page.select_node("//span[@role='doc-pagebreak']").node().attribute("id").value()) == "page..3");
}
