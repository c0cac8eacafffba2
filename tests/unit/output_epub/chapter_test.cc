#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

constexpr const char* kFirst = "EPUB/text/arch-intro.xhtml";
constexpr const char* kSecond = "EPUB/text/arch-loop.xhtml";

std::string attribute(pugi::xml_document& document, const char* xpath, const char* name) {
  return document.select_node(xpath).node().attribute(name).value();
}
std::string text_at(pugi::xml_document& document, const char* xpath) { return text_of(document.select_node(xpath).node()); }

}  // namespace

TEST_CASE("a chapter opens with its number, its title with code, and what it is about") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(text_at(page, "//h1") == "1.1 The fs module");
  CHECK(text_at(page, "//h1/code") == "fs");
  CHECK(text_at(page, "//p[@class='standfirst']") == "What it is about.");
  CHECK(text_at(page, "//h2[@id='heap--stack']") == "Heap & <stack>");
  CHECK(attribute(page, "/html", "lang") == "en-US");
}

TEST_CASE("a heading level that the author skipped closes up") {
  SampleBook book;
  book.blocks() = {heading(4, "a", "a"), heading(2, "b", "b"), heading(4, "c", "c"),
                   heading(4, "d", "d"), heading(3, "e", "e"), heading(4, "f", "f")};
  const OpenedEpub epub(*book.write());
  std::string levels;
  pugi::xml_document page = epub.xml(kFirst);
  for (const auto& found : page.select_nodes("//*[@id][starts-with(name(), 'h')]"))
    levels += std::string(found.node().name()) + found.node().attribute("id").value() + ' ';
  CHECK(levels == "h2a h2b h3c h3d h3e h4f ");
}

TEST_CASE("notes and their marks lead to each other") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  const auto marks = page.select_nodes("//a[@epub:type='noteref']");
  const auto backs = page.select_nodes("//a[@role='doc-backlink']");
  REQUIRE(marks.size() == 2);
  REQUIRE(backs.size() == 2);
  const std::string note = attribute(page, "//aside[@epub:type='footnote']", "id");
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(marks[i].node().attribute("href").value() == "#" + note);
    CHECK(backs[i].node().attribute("href").value() == std::string("#") + marks[i].node().parent().attribute("id").value());
  }
  CHECK(text_at(page, "//aside[@epub:type='footnote']") == "1 1b The note.Its end.");
}

TEST_CASE("a listing's text is its source, whatever is coloured") {
  SampleBook book;
  const std::string source = as<CodeBlock>(book.blocks()[2])->text;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(text_at(page, "(//pre)[1]") == source);
  CHECK(page.select_nodes("(//pre)[1]/code/span[@class='line']").size() == 4);
  CHECK(page.select_node("(//pre)[1]//span[@class='kw']"));
  CHECK(attribute(page, "(//pre)[1]", "translate") == "no");
  CHECK(text_at(page, "//li//pre") == "$ node a.js");
  CHECK(text_at(page, "//li/figure[@class='listing short output']/pre") == "hello");
}

TEST_CASE("a chain keeps its source, its arrows and owners told apart") {
  SampleBook book;
  CodeBlock chain;
  chain.text = "socket.write()\n-> kernel: TCP send buffer\n-> the wire";
  book.blocks().push_back(Block{90'001, {}, chain});
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(text_at(page, "//pre[@class='rail']") == chain.text);
  CHECK(page.select_nodes("//pre[@class='rail']/code/span[@class='line']").size() == 3);
  CHECK(text_at(page, "(//span[@class='arrow'])[1]") == "-> ");
  CHECK(text_at(page, "//span[@class='owner']") == "kernel: ");
}

TEST_CASE("callouts and their key lead to each other, and the code stays its source") {
  SampleBook book;
  CodeBlock code;
  code.info.language = "js";
  code.text = "one(); // (1)\ntwo(); // (2)\none(); // (1)";
  List key;
  key.numbering = ListNumbering::Decimal;
  for (const char* words : {"The first.", "The second."}) {
    ListItem item;
    item.blocks.push_back({0, {}, Paragraph{{Inline{{}, Text{words}}}}});
    key.items.push_back(std::move(item));
  }
  book.blocks().push_back(Block{90'001, {}, code});
  book.blocks().push_back(Block{90'002, {}, key});
  book.blocks().push_back(Block{90'003, {}, key});  // another list
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(text_at(page, "//pre[.//a]") == code.text);
  const auto marks = page.select_nodes("//a[@class='callout']");
  REQUIRE(marks.size() == 3);
  CHECK(marks[2].node().attribute("id").empty());
  REQUIRE(page.select_nodes("//ol[@class='key']").size() == 1);
  const auto items = page.select_nodes("//ol[@class='key']/li");
  REQUIRE(items.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const pugi::xml_node mark = marks[i].node(), item = items[i].node();
    CHECK(mark.attribute("href").value() == std::string("#") + item.attribute("id").value());
    CHECK(item.child("a").attribute("href").value() == std::string("#") + mark.attribute("id").value());
  }
  CHECK(marks[2].node().attribute("href").value() == std::string(marks[0].node().attribute("href").value()));
  CHECK(text_of(items[1].node()) == "2 The second.");
}

TEST_CASE("a numbered listing has caption, file, marks, and numbers that are not text") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kSecond);
  CHECK(text_at(page, "//figure[@id='lst:server']/figcaption") == "Listing\u00A01.1 A serverserver.js");
  CHECK(attribute(page, "//pre[@class='numbered']", "style") == "counter-reset: line 9");
  CHECK(text_at(page, "//pre[@class='numbered']") == "a();\nb();");
  CHECK(text_at(page, "//span[@class='line marked']") == "b();");
}

TEST_CASE("a listing's file name leads to the file where the book says where that is") {
  SampleBook book;
  book.book.meta.code = "https://example.org/code";
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kSecond);
  CHECK(attribute(page, "//p[@class='file']/a", "href") == "https://example.org/code/arch/loop/server.js");
  CHECK(text_at(page, "//p[@class='file']") == "server.js");
  SampleBook plain;
  pugi::xml_document other = OpenedEpub(*plain.write()).xml(kSecond);
  CHECK_FALSE(other.select_node("//p[@class='file']/a"));
}

TEST_CASE("links lead into the book, to the web, or are text") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document first = epub.xml(kFirst), second = epub.xml(kSecond);
  CHECK(attribute(first, "//a[text()='a figure']", "href") == "arch-loop.xhtml#fig:heap");
  CHECK_FALSE(first.select_node("//a[text()='another volume']"));  // has no file here
  CHECK(attribute(first, "//a[text()='the web']", "href") == "https://example.org/a%20b?c=%5B1%5D&d=2#e");
  CHECK(attribute(second, "//a[text()='back']", "href") == "arch-intro.xhtml#heap--stack");
  CHECK(attribute(second, "//a[text()='top']", "href") == "arch-loop.xhtml");
  CHECK_FALSE(second.select_node("//a[text()='lost']"));
  CHECK(text_at(second, "(//p)[last()]") == "backlosttop");
}

TEST_CASE("alerts have a word, a role and a kind") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  const char* kinds[][2] = {{"note", "Note"}, {"tip", "Tip"}, {"important", "Important"}, {"warning", "Warning"}, {"caution", "Caution"}};
  for (const auto& [css, label] : kinds) {
    const std::string xpath = std::string("//aside[@role='note'][starts-with(@class, 'alert ") + css + "')]";
    CHECK(text_at(page, (xpath + "/p[@class='label']").c_str()) == label);
    CHECK(text_at(page, (xpath + "/p[2]").c_str()) == "Careful.");
  }
}

TEST_CASE("alerts that follow each other share a rule, unless one has a frame") {
  SampleBook book;
  const auto alert = [](AlertKind kind) { return Block{0, {}, Alert{kind, {paragraph("Careful.")}}}; };
  book.blocks() = {alert(AlertKind::Note),    alert(AlertKind::Warning), paragraph("Between."), alert(AlertKind::Tip),
                   alert(AlertKind::Caution), alert(AlertKind::Caution), alert(AlertKind::Note)};
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  std::string classes;
  for (const pugi::xpath_node& found : page.select_nodes("//aside[@role='note']"))
    classes += std::string(found.node().attribute("class").value()) + "; ";
  CHECK(classes == "alert note joined; alert warning; alert tip; alert caution; alert caution; alert note; ");
}

TEST_CASE("a picture has the width and the link that its author gives it") {
  SampleBook book;
  Figure figure{"../../figures/heap picture.png", "A heap of blocks", {}, "fig:wide", ""};
  figure.width = {605, {}};
  figure.link = InternalTarget{"arch/loop", ""};
  book.blocks() = {{0, {}, figure}};
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(attribute(page, "//figure[@id='fig:wide']/a/img", "style") == "width: 60.5%");
  CHECK(attribute(page, "//figure[@id='fig:wide']/a", "href").ends_with(".xhtml"));
}

TEST_CASE("tables have scopes, a caption, and scroll when they are wide") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kSecond);
  CHECK(text_at(page, "//table[@id='tbl:cost']/caption") == "Table\u00A01.1 What it costs");
  CHECK(page.select_nodes("//table[@id='tbl:cost']//th[@scope='col'][@class='right']").size() == 2);
  CHECK(page.select_nodes("//table[@id='tbl:cost']/thead//td").size() == 1);  // an empty head cell
  CHECK_FALSE(page.select_node("//div[@class='scroll']/table[@id='tbl:cost']"));
  CHECK(attribute(page, "//div[@class='scroll'][@role='group'][@tabindex='0']", "aria-label") == "Wide table");
}

TEST_CASE("a table scrolls if the longest words of its columns are wider than a phone") {
  const auto scrolls = [](std::size_t columns, std::string_view word) {
    SampleBook book;
    Table table;
    table.columns.assign(columns, ColumnAlignment::Default);
    table.rows.resize(1);
    for (std::size_t i = 0; i < columns; ++i) table.rows[0].cells.push_back({0, {}, {paragraph(std::string(word))}});
    book.blocks() = {{0, {}, std::move(table)}};
    const OpenedEpub epub(*book.write());
    return static_cast<bool>(epub.xml(kFirst).select_node("//div[@class='scroll']/table"));
  };
  CHECK_FALSE(scrolls(2, "fifteen_letters"));
  CHECK(scrolls(2, "seventeen_letters"));
  CHECK_FALSE(scrolls(2, "the seven teen-letters/and more"));
  CHECK_FALSE(scrolls(5, "éclat"));  // characters count, not bytes
  CHECK_FALSE(scrolls(0, ""));
  CHECK(scrolls(30, ""));
}

TEST_CASE("a drawing in characters keeps its lines, and can be reached and named where it scrolls") {
  SampleBook book;
  book.blocks() = {code_block("┌───┐\n│ a │\n└───┘"), code_block("a │ table and a lot of words")};
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(page.select_nodes("//pre[@class='drawing'][@role='group'][@tabindex='0'][@aria-label]").size() == 1);
  CHECK(text_at(page, "//pre[@class='drawing']") == "┌───┐\n│ a │\n└───┘");
}

TEST_CASE("cells hold blocks; one paragraph alone needs no element, and notes in cells lead to their text") {
  SampleBook book;
  List items;
  items.items = {{0, {}, std::nullopt, {paragraph("in a list")}}};
  Table table;
  table.columns.assign(3, ColumnAlignment::Default);
  table.rows.push_back({{{0, {}, {paragraph("alone"), {0, {}, items}}},
                         {0, {}, {paragraph("first"), paragraph({text("second"), {{}, NoteReference{0}}})}},
                         {0, {}, {code_block("code();", "js")}}}});
  book.blocks() = {{0, {}, std::move(table)}};
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(std::string(page.select_node("//td[1]/text()").node().value()) == "alone");
  CHECK(text_at(page, "//td[1]/ul/li") == "in a list");
  CHECK(page.select_nodes("//td[2]/p").size() == 2);
  CHECK(page.select_nodes("//td[2]/text()").empty());
  CHECK(page.select_node("//td[2]/p[2]//a[@epub:type='noteref']"));
  CHECK(text_at(page, "//td[3]//code") == "code();");
}

TEST_CASE("figures show their picture once packed, missing ones leave their text") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kSecond);
  CHECK(attribute(page, "//figure[@id='fig:heap']/img", "src") == "../images/heap-picture.png");
  CHECK(attribute(page, "//figure[@id='fig:heap']/img", "alt") == "A heap of blocks");
  CHECK(text_at(page, "//figure[@id='fig:heap']/figcaption") == "Figure\u00A01.1 The heap");
  CHECK(attribute(page, "//p/img[@alt='small']", "src") == "../images/heap-picture.png");
  CHECK(text_at(page, "//p[img]") == "not there");
  CHECK(attribute(page, "//p/img[@alt='small']", "class") == "icon");
}

TEST_CASE("lists, details, components, keys and breaks are what they are") {
  SampleBook book;
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(text_at(page, "//ul[@class='tasks']/li[1]") == "\u2611 done");
  CHECK(attribute(page, "//ul[@class='tasks']/li[2]/span", "aria-label") == "to do");
  CHECK(attribute(page, "//ol", "start") == "3");
  CHECK(text_at(page, "//ol[@class='loose']/li/p") == "three");
  CHECK(text_at(page, "//details/summary") == "Sum");
  CHECK(attribute(page, "//aside[@class='component']//a", "href") == "https://thebook.com/arch/intro");
  CHECK(text_at(page, "//aside[@class='component']/p[@class='title']") == "Buffer growth");
  CHECK(text_at(page, "//kbd") == "Ctrl");
  CHECK(text_at(page, "//del") == "gone");
  CHECK(text_at(page, "//blockquote/p[@class='attribution']") == "\u2014 Somebody");
  CHECK(page.select_node("//hr"));
  CHECK(page.select_node("//br"));
}

TEST_CASE("numbered lists count as in print, with room for their numbers") {
  const auto counted = [](ListNumbering numbering, std::int32_t start, std::size_t items) {
    List made;
    made.numbering = numbering;
    made.start = start;
    for (std::size_t i = 0; i < items; ++i) made.items.push_back({0, {}, std::nullopt, {paragraph("item")}});
    return made;
  };
  SampleBook book;
  List letters = counted(ListNumbering::LowerAlpha, 5, 2), down = counted(ListNumbering::UpperRoman, 3, 3),
       long_numbers = counted(ListNumbering::Decimal, 98, 4);
  letters.items[1].number = 9;
  down.reversed = true;
  List closed = counted(ListNumbering::Decimal, 7, 2), tasks = counted(ListNumbering::Decimal, 1, 1);
  closed.parenthesis = true;
  tasks.items[0].checked = true;
  book.blocks() = {{0, {}, letters}, {0, {}, down}, {0, {}, long_numbers}, {0, {}, closed}, {0, {}, tasks}};
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(attribute(page, "(//ol)[1]", "type") == "a");
  CHECK(attribute(page, "(//ol)[1]", "start") == "5");
  CHECK(attribute(page, "(//ol)[1]/li[2]", "value") == "9");
  CHECK(attribute(page, "(//ol)[1]", "style") == "");
  CHECK(attribute(page, "(//ol)[2]", "type") == "I");
  CHECK(attribute(page, "(//ol)[2]", "reversed") == "reversed");
  CHECK(attribute(page, "(//ol)[2]", "start") == "");  // as HTML counts down
  CHECK(attribute(page, "(//ol)[3]", "style") == "padding-left: 2.7em");
  CHECK(attribute(page, "(//ol)[4]", "class") == "parenthesis");
  CHECK(attribute(page, "(//ol)[5]", "class") == "");  // its number is seen
  CHECK(text_at(page, "(//ol)[5]/li") == "\u2611 item");
}

TEST_CASE("line numbers of four figures have a wider column") {
  SampleBook book;
  Block usual = code_block("a\nb", "js"), wide = code_block("a\nb", "js");
  auto& first = std::get<CodeBlock>(usual.content).info;
  auto& second = std::get<CodeBlock>(wide.content).info;
  first.line_numbers = second.line_numbers = true;
  first.first_line = 998;
  second.first_line = 999;
  book.blocks() = {usual, wide};
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(attribute(page, "(//pre)[1]", "class") == "numbered");
  CHECK(attribute(page, "(//pre)[2]", "class") == "numbered wide");
}

TEST_CASE("hostile text stays text, and every page stays XML") {
  SampleBook book;
  const std::string hostile = "</p><script>alert(1)</script>]]>&amp;&#0;\x01\x0B\xFF\xEF\xBF\xBF\"'<!--";
  const std::string carried = "</p><script>alert(1)</script>]]>&amp;&#0;\u2401\u240B\uFFFD\uFFFD\"'<!--";
  book.blocks() = {paragraph(hostile),
                   heading(2, hostile, "a\"b <c>"),
                   code_block(hostile, "js"),
                   {0, {}, Figure{"../../figures/heap picture.png", hostile, {text(hostile)}, "fig \"x\"", ""}},
                   paragraph({link_to(ExternalTarget{"https://a.b/\"><script>"}, hostile), link_to(ExternalTarget{"http://<x>/"}, "bad")})};
  book.documents[0].notes.clear();
  book.documents[0].title = {text(hostile)};
  book.book.meta.authors = {hostile};
  book.book.volumes[0].title = hostile;
  const OpenedEpub epub(*book.write());
  for (const testing::ArchivedFile& entry : epub.entries)
    if (entry.path.ends_with("html") || entry.path.ends_with("opf") || entry.path.ends_with("ncx")) {
      pugi::xml_document document = epub.xml(entry.path);
      CHECK_FALSE(document.select_node("//script"));
    }
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(text_at(page, "(//p)[2]") == carried);
  CHECK(attribute(page, "//img", "alt") == carried);
  CHECK(attribute(page, "//a[@href]", "href") == "https://a.b/%22%3E%3Cscript%3E");
  CHECK(page.select_nodes("//a").size() == 1);
}

TEST_CASE("deep nesting is written") {
  SampleBook book;
  Block nested = paragraph("deep");
  for (int depth = 0; depth < 200; ++depth) nested = {0, {}, Quote{{std::move(nested)}, {}}};
  book.blocks() = {std::move(nested)};
  const OpenedEpub epub(*book.write());
  CHECK(epub.xml(kFirst).select_nodes("//blockquote").size() == 200);
}

TEST_CASE("a figure that runs online has the way there in its caption") {
  SampleBook book;
  Figure online{"picture.svg", "A rising line", {{{}, Text{"It grows."}}}, "", "1.7", "BufferGrowth", "https://thebook.com/arch/intro"};
  book.blocks().push_back({0, {}, std::move(online)});
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(text_at(page, "//figcaption[span[@class='online']]") ==
        "Figure\u00A01.7 It grows.Runs in the online edition: thebook.com/arch/intro");
  CHECK(attribute(page, "//figcaption/span[@class='online']/a", "href") == "https://thebook.com/arch/intro");
}

TEST_CASE("what an alternative text cannot hold is folded away below the picture") {
  SampleBook book;
  Figure drawing{"picture.svg", "Flowchart: A, B.", {{{}, Text{"Steps."}}}, "", "1.8"};
  drawing.description = "A → B.";
  book.blocks().push_back({0, {}, std::move(drawing)});
  const OpenedEpub epub(*book.write());
  pugi::xml_document page = epub.xml(kFirst);
  CHECK(text_at(page, "//figure/details[@class='description']/p") == "A → B.");
  CHECK(text_at(page, "//figure[details]/figcaption") == "Figure\u00A01.8 Steps.");
}
