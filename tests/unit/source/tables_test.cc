// Tables beyond GitHub's: pandoc's grids, HTML, blocks in cells.
#include <catch2/catch.hpp>

#include "document/kinds.h"
#include "document/list_numbers.h"
#include "document/walk.h"
#include "reading.h"
#include "source/grid_table.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

const Table& table_of(const ReadResult& result, std::size_t index = 0) {
  const Table* table = as<Table>(result.document.blocks.at(index));
  REQUIRE(table != nullptr);
  return *table;
}

// What is in a cell, in short: p for a paragraph, c for code, l3 for a list of three.
std::string shape(const Blocks& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    if (const auto* p = as<Paragraph>(block)) out += "p(" + plain_text(p->children) + ")";
    else if (const auto* c = as<CodeBlock>(block)) out += "c" + c->info.language + "(" + c->text + ")";
    else if (const auto* f = as<Figure>(block)) out += "f(" + f->source + ")";
    else if (const auto* l = as<List>(block)) {
      out += l->numbering == ListNumbering::Decimal ? "o" : "u";
      for (const ListItem& item : l->items) out += "[" + shape(item.blocks) + "]";
    } else if (const auto* t = as<Table>(block)) {
      out += "t" + std::to_string(t->columns.size());
      for (const TableRow& row : t->rows)
        for (const TableCell& cell : row.cells) out += "{" + shape(cell.blocks) + "}";
    } else out += "?";
  }
  return out;
}
std::string shape(const TableRow& row) {
  std::string out;
  for (const TableCell& cell : row.cells) out += "|" + shape(cell.blocks);
  return out;
}

constexpr std::string_view kGrid =
    "Before.\n"
    "\n"
    "+------+--------------+\n"
    "| Key  | What it does |\n"
    "+======+:=============+\n"
    "| one  | - a *b*      |\n"
    "|      | - c          |\n"
    "|      |   1. d       |\n"
    "+------+--------------+\n"
    "| two  | Text[^n]     |\n"
    "| more |              |\n"
    "|      | ```js        |\n"
    "|      | f({          |\n"
    "|      |   x });      |\n"
    "|      | ```          |\n"
    "+------+--------------+\n"
    "\n"
    "Table: Of keys {#tbl:keys}\n"
    "\n"
    "After.\n"
    "\n"
    "[^n]: Note.\n";

}  // namespace

TEST_CASE("grid tables: blocks in cells, a head, an alignment, a caption") {
  const ReadResult result = read(std::string(kGrid));
  CHECK(complaints(result) == "");
  REQUIRE(result.document.blocks.size() == 3);
  const Table& table = table_of(result, 1);
  CHECK(table.columns == std::vector{ColumnAlignment::Default, ColumnAlignment::Left});
  CHECK(shape(table.head) == "|p(Key)|p(What it does)");
  REQUIRE(table.rows.size() == 2);
  CHECK(shape(table.rows[0]) == "|p(one)|u[p(a b)][p(c)o[p(d)]]");
  CHECK(shape(table.rows[1]) == "|p(two more)|p(Text)cjs(f({\n  x });)");
  CHECK(plain_text(table.caption) == "Of keys");
  CHECK(table.label == "tbl:keys");
  CHECK(result.document.notes.size() == 1);
}

TEST_CASE("grid tables: places are those of the file") {
  const ReadResult result = read(std::string(kGrid));
  const Table& table = table_of(result, 1);
  CHECK(table.head.cells[1].span == SourceSpan{4, 10, 4, 21, FileName("a.md")});
  const auto& list = std::get<List>(table.rows[0].cells[1].blocks[0].content);
  CHECK(list.items[1].span.line == 7);
  CHECK(list.items[1].span.column == 10);
  const Paragraph& words = std::get<Paragraph>(list.items[0].blocks[0].content);
  CHECK(words.children[1].span == SourceSpan{6, 14, 6, 16, FileName("a.md")});  // *b*
  const Block& code = table.rows[1].cells[1].blocks[1];
  CHECK(code.span.line == 12);
  CHECK(as<CodeBlock>(code)->lines.at(0).line == 13);
  CHECK(result.document.blocks[2].span == SourceSpan{20, 1, 20, 6, FileName("a.md")});
  CHECK(result.document.notes[0].span.line == 22);
}

TEST_CASE("grid tables: a note that only a cell beside code refers to is used; one that none does is told at its place") {
  const ReadResult result =
      read("+------+-------+\n| ```  | a[^n] |\n| x    |       |\n| ```  |       |\n+------+-------+\n\n[^n]: N.\n\n[^u]: U.\n");
  CHECK(complaints(result) == "9:1 unused-note\n");
}

TEST_CASE("grid tables: in quotes and lists, without a head, text right behind") {
  const ReadResult quoted = read("> +---+---+\n> | a | b |\n> +---+---+\n");
  CHECK(complaints(quoted) == "");
  const Quote* quote = as<Quote>(quoted.document.blocks[0]);
  REQUIRE(quote != nullptr);
  CHECK(shape(quote->blocks) == "t2{p(a)}{p(b)}");
  const ReadResult listed = read("- +---+---+\n  | a | b |\n  +---+---+\n- x\n");
  CHECK(shape(listed.document.blocks) == "u[t2{p(a)}{p(b)}][p(x)]");
  const ReadResult followed = read("+---+---+\n| a | b |\n+---+---+\nText\n");
  CHECK(shape(followed.document.blocks) == "t2{p(a)}{p(b)}p(Text)");
  CHECK(followed.document.blocks[1].span.line == 4);
}

TEST_CASE("grid tables: empty cells, wide characters, a cell with a table, an open fence") {
  CHECK(shape(read("+----+----+\n| 中 |    |\n+----+----+\n|    | é  |\n+----+----+\n").document.blocks) == "t2{p(中)}{}{}{p(é)}");
  const ReadResult nested = read("+-----------+---+\n| | a | b | | x |\n| |---|---| |   |\n| | c | d | |   |\n+-----------+---+\n");
  CHECK(shape(nested.document.blocks) == "t2{t2{p(c)}{p(d)}}{p(x)}");
  const ReadResult open = read("+--------+---+\n| ```    | b |\n| code   |   |\n+--------+---+\n| c      | d |\n+--------+---+\n\nAfter\n");
  CHECK(shape(open.document.blocks) == "t2{c(code)}{p(b)}{p(c)}{p(d)}p(After)");
}

TEST_CASE("grid tables: what does not line up is told and kept; code is left alone") {
  const ReadResult merged = read("+---+---+\n| a     |\n+---+---+\n| b | c |\n+---+---+\n");
  CHECK(complaints(merged) == "1:1 unread-block\n");
  CHECK(merged.document.blocks.size() == 1);
  CHECK(shape(read("```\n+---+\n| a |\n+---+\n```\n").document.blocks) == "c(+---+\n| a |\n+---+)");
  CHECK(shape(read("    +---+\n    | a |\n    +---+\n").document.blocks) == "c(+---+\n| a |\n+---+)");
  CHECK(complaints(read("+---+\nis how frames begin\n")) == "");
}

TEST_CASE("grid tables: taken apart") {
  CHECK(is_grid_frame("+--+", 0));
  CHECK(is_grid_frame("> +:-+=:+ ", 2) == false);
  CHECK(is_grid_frame("  +:=:+==+  ", 2));
  CHECK_FALSE(is_grid_frame("+", 0));
  CHECK_FALSE(is_grid_frame("++", 0));
  CHECK_FALSE(is_grid_frame("+-- -+", 0));
  CHECK_FALSE(read_grid_table({"+---+", "| a |"}, 0));
  CHECK_FALSE(read_grid_table({"+---+", "+---+"}, 0));
}

TEST_CASE("tables in HTML: Markdown and lists in cells, a head, alignment, a caption") {
  const ReadResult result = read(
      "<table>\n<caption>What <b>is</b> here {#tbl:h}</caption>\n<thead><tr><th align=\"right\">n</th><th style=\"text-align: "
      "center\">x</th></tr></thead>\n"
      "<tr><td>1</td><td>\n\n- a\n- b\n\n```js\nf();\n```\n\n</td></tr>\n"
      "<tr><td>2<td><ul><li>c<ul><li>d</ul><li>e</li></ul>\n</table>\n\nAfter\n");
  CHECK(complaints(result) == "");
  const Table& table = table_of(result);
  CHECK(table.columns == std::vector{ColumnAlignment::Right, ColumnAlignment::Center});
  CHECK(plain_text(table.caption) == "What is here");
  CHECK(table.label == "tbl:h");
  CHECK(shape(table.head) == "|p(n)|p(x)");
  REQUIRE(table.rows.size() == 2);
  CHECK(shape(table.rows[0]) == "|p(1)|u[p(a)][p(b)]cjs(f();)");
  CHECK(shape(table.rows[1]) == "|p(2)|u[p(c)u[p(d)]][p(e)]");
  CHECK(shape(result.document.blocks).ends_with("p(After)"));
}

TEST_CASE("tables in HTML: nested, merged, ragged, unclosed; no text is lost") {
  const ReadResult nested = read("<table><tr><td><table><tr><td>in</td></tr></table></td><td>out</td></tr></table>\n");
  CHECK(shape(nested.document.blocks) == "t2{t1{p(in)}}{p(out)}");
  const ReadResult merged = read("<table><tr><td rowspan=2>a</td><td colspan=\"2\">b</td></tr><tr><td>c</td><td>d</td></tr></table>\n");
  CHECK(complaints(merged) == "1:1 raw-html\n");
  CHECK(shape(merged.document.blocks) == "t3{p(a)}{p(b)}{}{}{p(c)}{p(d)}");
  CHECK(shape(read("<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>\n").document.blocks) == "t2{p(a)}{}{p(b)}{p(c)}");
  const ReadResult open = read("<table><tr><td>a\n\nb\n");
  CHECK(shape(open.document.blocks) == "t1{p(a)p(b)}");
  CHECK(complaints(open) == "1:1 unclosed-markup\n");
  CHECK(shape(read("<table>stray<tr><td>a</td></tr></table>\n").document.blocks) == "p(stray)t1{p(a)}");
  CHECK(shape(read("<table><tr><th>a</th><th>b</th></tr><tr><th>c</th><td>d</td></tr></table>\n").document.blocks) == "t2{p(c)}{p(d)}");
}

TEST_CASE("tables in HTML: a hostile one costs little") {
  std::string text = "<table>";
  for (int i = 0; i < 4000; ++i) text += "<tr><td colspan=9999 rowspan=9999>x</td><td>y</td></tr>\n";
  const ReadResult result = read(text + "</table>\n");
  CHECK(table_of(result).columns.size() <= 60);
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += "<table><tr><td>";
  CHECK_FALSE(read(deep + "x\n").document.blocks.empty());
}

TEST_CASE("lists, paragraphs and code in HTML, alone and in the cells of Markdown's tables") {
  CHECK(shape(read("<ol start=\"3\"><li>a</li><li>b</li></ol>\n").document.blocks) == "o[p(a)][p(b)]");
  CHECK(shape(read("<pre><code class=\"language-js\">a &lt; b\n\n  c</code></pre>\n").document.blocks) == "cjs(a < b\n\n  c)");
  const ReadResult cells =
      read("| a | b |\n|---|---|\n| <ul><li>x `y`</li><li>*z*</li></ul> | <pre>c<br>d</pre> |\n| <p>e</p><p>f</p> | g<br>h |\n");
  CHECK(complaints(cells) == "");
  const Table& table = table_of(cells);
  CHECK(shape(table.rows[0]) == "|u[p(x y)][p(z)]|c(c\nd)");
  CHECK(shape(table.rows[1]) == "|p(e)p(f)|p(g h)");
  CHECK(complaints(read("x\n\n</table>\n")) == "3:1 raw-html\n");
}

namespace {

// How a list counts: "lower-alpha 5, 6".
std::string numbers(const ReadResult& result, std::size_t index = 0) {
  const List* list = as<List>(result.document.blocks.at(index));
  REQUIRE(list != nullptr);
  std::string out(word_of(list->numbering));
  for (const std::int64_t number : item_numbers(*list)) out += " " + std::to_string(number);
  return out;
}
std::string numbers(const std::string& text) {
  const ReadResult result = read(text);
  CHECK(complaints(result) == "");
  return numbers(result);
}

}  // namespace

TEST_CASE("lists in HTML count as they ask to, up and down, from where they start") {
  CHECK(numbers("<ol start=\"5\" type=\"a\"><li>five</li><li>six</li></ol>\n") == "lower-alpha 5 6");
  CHECK(numbers("<ol type=A><li>a</li></ol>\n") == "upper-alpha 1");
  CHECK(numbers("<OL TYPE='i' START='38'><LI>a</OL>\n") == "lower-roman 38");
  CHECK(numbers("<ol type=\"I\"><li>a</li></ol>\n") == "upper-roman 1");
  CHECK(numbers("<ol type=\"1\" start=\"-1\"><li>a</li><li>b</li><li>c</li></ol>\n") == "decimal -1 0 1");
  CHECK(numbers("<ol start=\"x\"><li>a</li></ol>\n") == "decimal 1");
  CHECK(numbers("<ol start=\" +7 \"><li>a</li></ol>\n") == "decimal 7");
  CHECK(numbers("<ol start=\"99999999999999\"><li>a</li></ol>\n") == "decimal 999999999");
  CHECK(numbers("<ol reversed><li>a</li><li>b</li><li>c</li></ol>\n") == "decimal 3 2 1");
  CHECK(numbers("<ol reversed start=\"10\"><li>a</li><li value=\"4\">b</li><li>c</li></ol>\n") == "decimal 10 4 3");
  CHECK(numbers("<ol><li>a</li><li value=\"12\">b</li><li>c</li></ol>\n") == "decimal 1 12 13");
  CHECK(numbers("<ol style=\"color: red; list-style-type: lower-latin\"><li>a</li></ol>\n") == "lower-alpha 1");
  CHECK(numbers("<ol type=\"a\" style=\"list-style: upper-roman\"><li>a</li></ol>\n") == "upper-roman 1");
  CHECK(numbers("<ol type=\"a\">\n<li>\n\nwith *Markdown*\n\n<ol type=\"i\"><li>inner</li></ol>\n</li>\n<li>b</li>\n</ol>\n") ==
        "lower-alpha 1 2");
}

TEST_CASE("a numbering that is not known is told, and the list numbered in figures") {
  const ReadResult type = read("Before\n\n<ol type=\"x\"><li>a</li></ol>\n");
  CHECK(complaints(type) == "3:1 raw-html\n");
  CHECK(numbers(type, 1) == "decimal 1");
  const ReadResult style = read("<ol style=\"list-style-type: hebrew\"><li>a</li></ol>\n");
  CHECK(complaints(style) == "1:1 raw-html\n");
  CHECK(numbers(style) == "decimal 1");
}

TEST_CASE("lists in HTML count so in the cells of Markdown's tables, too") {
  const ReadResult result = read("| a |\n|---|\n| <ol type=\"a\" start=\"3\"><li>x</li><li value=\"9\">y</li></ol> |\n");
  CHECK(complaints(result) == "");
  const List* list = as<List>(table_of(result).rows.at(0).cells.at(0).blocks.at(0));
  REQUIRE(list != nullptr);
  CHECK(item_labels(*list) == std::vector<std::string>{"c.", "i."});
}

TEST_CASE("Markdown's lists keep their start and their closing parenthesis") {
  const ReadResult result = read("7) seven\n8) eight\n\ntext\n\n0. zero\n\ntext\n\n999999999. last\n");
  const auto labels = [&](std::size_t block) { return item_labels(*as<List>(result.document.blocks.at(block))); };
  CHECK(labels(0) == std::vector<std::string>{"7)", "8)"});
  CHECK(labels(2) == std::vector<std::string>{"0."});
  CHECK(labels(4) == std::vector<std::string>{"999999999."});
}

TEST_CASE("source: notes are numbered as they are read, a table's caption before its cells") {
  const ReadResult result = read(
      "Before[^a].\n\n| A | B |\n|---|---|\n| x[^c] | y[^d] |\n\nTable: What it shows[^b].\n\n"
      "> Said[^e].\n>\n> \u2014 Her[^f]\n\n[^a]: 1.\n\n[^b]: 2.\n\n[^c]: 3.\n\n[^d]: 4.\n\n[^e]: 5.\n\n[^f]: 6.\n");
  std::string names;
  for (const Note& note : result.document.notes) names += note.name;
  CHECK(names == "abcdef");
  std::string marks;
  for_each_inline(result.document, [&](const Inline& inl, const Block&) {
    if (const auto* reference = as<NoteReference>(inl)) marks += std::to_string(reference->note + 1);
  });
  CHECK(marks == "123465");  // the walk comes to an attribution before its quotation
}
