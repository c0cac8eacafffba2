#include <catch2/catch.hpp>

#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("a dump has lengths as they are, and what describes a picture") {
  Document document;
  Figure figure{"a.svg", "", {}, "", ""};
  figure.height = Length::pt(28.34645), figure.width.length = Length::pt(36.5), figure.description = "two boxes";
  document.blocks = {{0, {}, figure}};
  CHECK(dump(document).find("source=\"a.svg\" description=\"two boxes\" width=36.5pt height=28.34645pt") != std::string::npos);
}

TEST_CASE("a dump shows every node with its place and attributes") {
  Document document;
  document.file = "a/b.md";
  document.chapter = "a/b";
  document.front.title = "T";
  document.front.tags = {"x", "y"};
  document.title = {text("T")};
  document.blocks = {
      heading(2, {text("Heap\u00A0\"1\"")}, {1, 1, 1, 9}),
      {0, {3, 1, 3, 9}, Paragraph{{{{3, 1, 3, 9}, Link{InternalTarget{"c/d", "e"}, "tip", {text("x")}}}, {{}, NoteReference{0}}}}}};
  CodeBlock fence;
  fence.info.language = "js";
  fence.info.marked = {{3, 3}, {5, 7}};
  fence.text = "a\n\tb";
  fence.lines = {{6, 1, 6, 9}, {7, 3, 7, 9}};
  document.blocks.push_back({0, {5, 1, 8, 3}, fence});
  document.blocks.push_back({0, {}, Alert{AlertKind::Tip, {bullet_list({{}})}}});
  document.notes.push_back({0, {9, 1, 9, 5}, "n", {paragraph({code("c")})}});
  CHECK(dump(document) ==
        "document \"a/b.md\" chapter=\"a/b\"\n"
        "  front-matter title=\"T\" tags=\"x,y\"\n"
        "  title\n"
        "    text @0:0-0:0 \"T\"\n"
        "  heading @1:1-1:9 level=2\n"
        "    text @0:0-0:0 \"Heap\\u{a0}\\\"1\\\"\"\n"
        "  paragraph @3:1-3:9\n"
        "    link @3:1-3:9 chapter=\"c/d\" anchor=\"e\" title=\"tip\"\n"
        "      text @0:0-0:0 \"x\"\n"
        "    note-reference @0:0-0:0 mark=1\n"
        "  code-block @5:1-8:3 language=\"js\" marked=3-3 marked=5-7 first-line=6\n"
        "    line \"a\"\n"
        "    line \"\\tb\" @7:3\n"
        "  alert @0:0-0:0 tip\n"
        "    list @0:0-0:0 bullet tight\n"
        "      item @0:0-0:0\n"
        "  note @9:1-9:5 name=\"n\"\n"
        "    paragraph @0:0-0:0\n"
        "      code @0:0-0:0 \"c\"\n");
}

TEST_CASE("a dump names the file of what lies in another than the document's") {
  const FileName own("a.md"), other("part.md");
  Document document;
  document.file = own.text();
  CodeBlock fence;
  fence.text = "a\nb";
  fence.lines = {{6, 1, 6, 9, own}, {2, 1, 2, 9, other}};
  document.blocks = {heading(2, {}, {1, 1, 1, 9, own}), heading(2, {}, {1, 1, 1, 9, other}), {0, {5, 1, 8, 3, own}, fence}};
  CHECK(dump(document).find("  heading @1:1-1:9 level=2\n"
                            "  heading @part.md:1:1-1:9 level=2\n"
                            "  code-block @5:1-8:3 first-line=6\n"
                            "    line \"a\"\n"
                            "    line \"b\" @part.md:2:1\n") != std::string::npos);
}

TEST_CASE("a dump shows tables by rows and cells") {
  Document document;
  Table table;
  table.columns = {ColumnAlignment::Left, ColumnAlignment::Default};
  table.caption = {text("What")};
  table.number = "1.1";
  table.head.cells = {TableCell{0, {1, 2, 1, 3}, {}}, TableCell{}};
  table.rows.push_back({{TableCell{0, {}, {paragraph(Inlines{})}}, TableCell{}}});
  document.blocks = {{0, {}, table}};
  CHECK(dump(document) ==
        "document \"\"\n"
        "  front-matter\n"
        "  table @0:0-0:0 columns=left,default number=\"1.1\"\n"
        "    caption\n"
        "      text @0:0-0:0 \"What\"\n"
        "    head\n"
        "      cell @1:2-1:3\n"
        "      cell @0:0-0:0\n"
        "    row\n"
        "      cell @0:0-0:0\n"
        "        paragraph @0:0-0:0\n"
        "      cell @0:0-0:0\n");
}
