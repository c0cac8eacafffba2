// Each construct of Markdown, and what it becomes.
#include <catch2/catch.hpp>

#include "document/walk.h"
#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// The dump without places (" @1:1-2:3" behind a node's name): what a construct means.
std::string meaning(const ReadResult& result) {
  std::string out;
  const std::string all = dump_of(result);
  for (std::size_t pos = 0; pos < all.size(); ++pos) {
    if (all[pos] == ' ' && all[pos + 1] == '@' && all[pos + 2] >= '0' && all[pos + 2] <= '9') pos = all.find_first_of(" \n", pos + 1);
    out += all[pos];
  }
  return out;
}
std::string meaning(std::string text) {
  const ReadResult result = read(std::move(text));
  CHECK(complaints(result) == "");
  return meaning(result);
}

}  // namespace

TEST_CASE("headings: the title's H1 goes, levels stay") {
  CHECK(meaning("---\ntitle: \"The `Buffer` Class\"\n---\n# The Buffer class!\n\n## A *b*\n\n### C\n") == R"(
  title
    text "The "
    code "Buffer"
    text " Class"
  heading level=2
    text "A "
    emphasis
      text "b"
  heading level=3
    text "C"
)");
}

TEST_CASE("headings: an H1 is the title where the front matter has none") {
  const ReadResult result = read("# My `title`\n\ntext\n");
  CHECK(result.document.front.title == "My title");
  CHECK(plain_text(result.document.title) == "My title");
  CHECK(result.document.blocks.size() == 1);
}

TEST_CASE("headings: further H1s become H2, skipped levels are named") {
  const ReadResult result = read("---\ntitle: T\n---\n# Other\n\n#### Deep\n\n## Back\n");
  CHECK(complaints(result) == "4:1 extra-h1\n6:1 heading-skipped\n");
  CHECK(as<Heading>(result.document.blocks[0])->level == 2);
  CHECK(as<Heading>(result.document.blocks[1])->level == 4);
}

TEST_CASE("headings: a chapter that begins with an H2 is called so, and what stands below goes up") {
  const ReadResult result = read("<!-- a note -->\n\n[![badge](a.png \"b\")](https://x.example)\n\n## The `title`\n\n### A\n\n#### B\n");
  CHECK(plain_text(result.document.title) == "The title");
  CHECK(result.document.front.title == "The title");
  std::string levels;
  for (const Block& block : result.document.blocks)
    if (const auto* heading = as<Heading>(block)) levels += std::to_string(heading->level) + plain_text(heading->children) + ' ';
  CHECK(levels == "2A 3B ");
  CHECK(complaints(result).find("heading") == std::string::npos);
}

TEST_CASE("headings: the title's equals stay where they are") {
  CHECK(meaning("## Title\n\n## A\n\n### B\n") == R"(
  title
    text "Title"
  heading level=2
    text "A"
  heading level=3
    text "B"
)");
  CHECK(meaning("Title\n-----\n\n### A\n") == R"(
  title
    text "Title"
  heading level=2
    text "A"
)");
}

TEST_CASE("headings: a section that begins a chapter of another title stays, one that repeats it goes") {
  const auto headings = [](const ReadResult& result) {
    std::string out = plain_text(result.document.title) + ":";
    for (const Block& block : result.document.blocks)
      if (const auto* heading = as<Heading>(block)) out += " " + std::to_string(heading->level) + plain_text(heading->children);
    return out;
  };
  CHECK(headings(read("---\ntitle: T\n---\n## A\n\n### B\n")) == "T: 2A 3B");
  CHECK(headings(read("---\ntitle: T\n---\n## T\n\n### B\n")) == "T: 2B");
  CHECK(headings(read("Words.\n\n## A\n")) == ": 2A");
  CHECK(headings(read("# T\n\n# A\n")) == "T: 2A");
  CHECK(headings(read("Words.\n\n# T\n\n## A\n")) == "T: 2A");
}

TEST_CASE("inlines") {
  CHECK(meaning("*a* **b** ~~c~~ `d  e` [f](g \"h\") i  \nj\\\nk\n") == R"(
  paragraph
    emphasis
      text "a"
    text " "
    strong
      text "b"
    text " "
    strikeout
      text "c"
    text " "
    code "d  e"
    text " "
    link raw="g" title="h"
      text "f"
    text " i"
    line-break
    text "j"
    line-break
    text "k"
)");
}

TEST_CASE("inlines: what other dialects read otherwise stays text") {
  CHECK(meaning("$a and ${b} :smile: ~c~ x^2^ @d [e]\n") == R"(
  paragraph
    text "$a and ${b} :smile: ~c~ x^2^ @d [e]"
)");
}

TEST_CASE("inlines: raw HTML with a meaning") {
  CHECK(meaning("H<sub>2</sub>O<br>x<sup>2</sup> <kbd>Ctrl</kbd> <b>b <i>i</i></b> <del>d</del> <code>c*d*</code> "
                "<a href=\"u\" title=\"t\">l</a> <img src=\"s\" alt=\"a\"> &lt;&copy;&nbsp;<!-- gone --> "
                "<span>s</span>\n") ==
        R"(
  paragraph
    text "H"
    subscript
      text "2"
    text "O"
    line-break
    text "x"
    superscript
      text "2"
    text " "
    keyboard
      text "Ctrl"
    text " "
    strong
      text "b "
      emphasis
        text "i"
    text " "
    strikeout
      text "d"
    text " "
    code "cd"
    text " "
    link raw="u" title="t"
      text "l"
    text " "
    image source="s" alt="a"
    text " <©\u{a0}"
    text " "
    text "s"
)");
}

TEST_CASE("inlines: HTML that is not understood keeps its text") {
  const ReadResult result = read("a <u>b</u> <b>c\n\nd</b> <Foo>e</Foo>\n");
  CHECK(complaints(result) == "1:3 raw-html\n1:12 raw-html\n3:2 raw-html\n3:7 raw-html\n");
  CHECK(plain_text(as<Paragraph>(result.document.blocks[0])->children) == "a b c");
  CHECK(plain_text(as<Paragraph>(result.document.blocks[1])->children) == "d e");
}

TEST_CASE("lists: kinds, starts, tasks, tight and loose, blocks inside") {
  CHECK(meaning("- a\n- b\n\n3. c\n\n   ```js\n   d\n   ```\n4. e\n\n* [ ] f\n* [x] `g`\n* h\n\n1. [X] i\n") ==
        R"(
  list bullet tight
    item
      paragraph
        text "a"
    item
      paragraph
        text "b"
  list decimal start=3 loose
    item
      paragraph
        text "c"
      code-block language="js" first-line=7
        line "d"
    item
      paragraph
        text "e"
  list bullet tight
    item unchecked
      paragraph
        text "f"
    item checked
      paragraph
        code "g"
    item
      paragraph
        text "h"
  list decimal start=1 tight
    item checked
      paragraph
        text "i"
)");
}

TEST_CASE("quotes and who said it") {
  CHECK(meaning("> a\n\nx\n\n> b\n>\n> \u2014 *C*\n\ny\n\n> d\n> -- E\n\nz\n\n> \u2014 alone\n") == R"(
  quote
    paragraph
      text "a"
  paragraph
    text "x"
  quote
    paragraph
      text "b"
    attribution
      emphasis
        text "C"
  paragraph
    text "y"
  quote
    paragraph
      text "d"
    attribution
      text "E"
  paragraph
    text "z"
  quote
    paragraph
      text "— alone"
)");
}

TEST_CASE("alerts") {
  CHECK(meaning("> [!NOTE]\n> a\n\nx\n\n> [!tip]\n>\n> b\n> - c\n\ny\n\n> [!Important] d\n\nz\n\n> "
                "[!WARNING]\n\nv\n\n> [!CAUTION]\n> `e`\n") ==
        R"(
  alert note
    paragraph
      text "a"
  paragraph
    text "x"
  alert tip
    paragraph
      text "b"
    list bullet tight
      item
        paragraph
          text "c"
  paragraph
    text "y"
  alert important
    paragraph
      text "d"
  paragraph
    text "z"
  alert warning
  paragraph
    text "v"
  alert caution
    paragraph
      code "e"
)");
  const ReadResult unknown = read("> [!HINT]\n> a\n");
  CHECK(complaints(unknown) == "1:3 unread-block\n");
  CHECK(as<Quote>(unknown.document.blocks[0]) != nullptr);
}

TEST_CASE("code: the whole info string, the first line, what it holds") {
  const ReadResult result = read(
      "```JS {1,3-4} title=\"a.js\" {#lst:a} showLineNumbers=10\na\n\n\tb \"c\" -- ...\n\n```\n\n    "
      "indented\n");
  CHECK(complaints(result) == "");
  const CodeBlock* code = as<CodeBlock>(result.document.blocks[0]);
  REQUIRE(code != nullptr);
  CHECK(code->info.language == "js");
  CHECK(code->info.title == "a.js");
  CHECK(code->info.label == "lst:a");
  CHECK(code->info.marked.size() == 2);
  CHECK(code->info.first_line == 10);
  CHECK(code->text == "a\n\n\tb \"c\" -- ...");
  CHECK(code->lines.at(0).line == 2);
  CHECK(as<CodeBlock>(result.document.blocks[1])->text == "indented");
  CHECK(as<CodeBlock>(result.document.blocks[1])->lines.at(0).line == 8);
  CHECK(complaints(read("```js colour=red\nx\n```\n")) == "1:7 fence-info\n");
}

TEST_CASE("code in lists and quotes knows its source line") {
  const ReadResult result = read(
      "\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\n\r\n- a\r\n\r\n  ```\r\n  b\r\n  ```\r\n> ~~~\r\n> c\r\n> "
      "~~~\r\n");
  std::string lines;
  for_each_block(result.document, [&](const Block& block) {
    if (const CodeBlock* code = as<CodeBlock>(block)) lines += std::to_string(code->lines.at(0).line) + ":" + code->text + " ";
  });
  CHECK(lines == "8:b 11:c ");
}

TEST_CASE("captions are Markdown: of images and of code") {
  const auto caption = [](std::string title) {
    const ReadResult result = read("![alt](x.png \"" + title + "\")\n");
    const Figure* figure = as<Figure>(result.document.blocks.at(0));
    REQUIRE(figure != nullptr);
    std::string kinds;
    for (const Inline& inl : figure->caption) {
      CHECK(inl.span == SourceSpan{1, 1, 1, static_cast<std::uint32_t>(title.size()) + 16, FileName("a.md")});
      kinds += as<Text>(inl) ? "t" : as<Code>(inl) ? "c" : as<Emphasis>(inl) ? "e" : as<Link>(inl) ? "l" : "?";
    }
    return kinds + " " + plain_text(figure->caption);
  };
  CHECK(caption("The *phases* of `uv_run`") == "tetc The phases of uv_run");
  CHECK(caption("*Phases*") == "e Phases");
  CHECK(caption("_Phases_, [here](b.md)") == "etl Phases, here");
  CHECK(caption("a_b_c and 2 * 3 * 4, it's") == "t a_b_c and 2 * 3 * 4, it\u2019s");
  // What would begin a block is text.
  for (const char* start : {"1. one", "# one", "> one", "- one", "[a]: b", "    one"})
    CHECK(caption(start) == "t " + std::string(start).substr(start[0] == ' ' ? 4 : 0));
  CHECK(caption("---") == "t \u2014");
  CHECK(caption("") == " ");
  CHECK(caption(" ") == " ");
  const ReadResult code = read("~~~js caption=\"What *it* `is`\" title=\"a*b*\"\nx\n~~~\n");
  const CodeBlock* block = as<CodeBlock>(code.document.blocks.at(0));
  REQUIRE(block != nullptr);
  CHECK(block->caption.size() == 4);
  CHECK(block->info.title == "a*b*");
}

TEST_CASE("a Mermaid diagram has a caption: its own, its title or its kind") {
  const auto caption = [](const std::string& info) {
    const ReadResult result = read("```mermaid" + info + "\ngraph TD\n```\n");
    const CodeBlock* code = as<CodeBlock>(result.document.blocks.at(0));
    REQUIRE(code != nullptr);
    return plain_text(code->caption) + "|" + code->info.title;
  };
  CHECK(caption("") == "Flowchart, as Mermaid source|");
  CHECK(caption(" title=\"How *it* runs\"") == "How it runs|");
  CHECK(caption(" title=\"a.mmd\" caption=\"How it runs\"") == "How it runs|a.mmd");
}

TEST_CASE("a caption nested beyond the limit is told and stays as it is") {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "*a **b ";
  for (int i = 0; i < 100; ++i) deep += "b** a*";
  const ReadResult result = read("![alt](x.png \"" + deep + "\")\n");
  CHECK(complaints(result) == "1:1 limit-exceeded\n");
  CHECK(plain_text(as<Figure>(result.document.blocks.at(0))->caption) == deep);
}

TEST_CASE("tables: alignment, cells, missing cells, caption and label") {
  CHECK(meaning("| a | b | c | d |\n|---|:--|:-:|--:|\n| `x\\|y` | **z** |\n\nTable: What - it `is` {#tbl:a}\n") ==
        R"(
  table columns=default,left,center,right label="tbl:a"
    caption
      text "What\u{a0}– it "
      code "is"
    head
      cell
        paragraph
          text "a"
      cell
        paragraph
          text "b"
      cell
        paragraph
          text "c"
      cell
        paragraph
          text "d"
    row
      cell
        paragraph
          code "x|y"
      cell
        paragraph
          strong
            text "z"
      cell
      cell
)");
}

TEST_CASE("images: alone a figure, in a line an inline") {
  CHECK(meaning("![alt *t*](a.png \"Cap `c` - d\"){#fig:x}\n\n<img src=\"b.png\" alt=\"B\">\n\nx "
                "![i](c.png)\n\n[![j](d.png)](e)\n") == R"(
  figure source="a.png" alt="alt t" label="fig:x"
    caption
      text "Cap "
      code "c"
      text "\u{a0}– d"
  figure source="b.png" alt="B"
  paragraph
    text "x "
    image source="c.png" alt="i"
  figure source="d.png" alt="j" raw="e"
)");
  CHECK(complaints(read("![](a.png)\n\nx ![](b.png)\n")) == "1:1 missing-alt-text\n3:3 missing-alt-text\n");
}

TEST_CASE("details, wrappers and comments") {
  CHECK(meaning("<details>\n<summary>Sum <code>x</code></summary>\n\nIn *side*.\n\n```\ncode\n```\n\n</details>\n\n"
                "<div align=\"center\">\n\nCentred\n\n</div>\n\n<!-- gone\n\nall of it -->\n\n<p>raw &amp; "
                "<b>bold</b></p>\n\n---\n\nEnd\n") == R"(
  details
    summary
      text "Sum "
      code "x"
    paragraph
      text "In "
      emphasis
        text "side"
      text "."
    code-block first-line=7
      line "code"
  paragraph
    text "Centred"
  paragraph
    text "raw & "
    strong
      text "bold"
  thematic-break
  paragraph
    text "End"
)");
}

TEST_CASE("details nested, unclosed, closed twice; other HTML") {
  const ReadResult nested = read(
      "<details><summary>a</summary>\n\n<details><summary>b</summary>\n\nx\n\n</details>\n\ny\n\n</"
      "details>\n");
  CHECK(complaints(nested) == "");
  const Details* outer = as<Details>(nested.document.blocks[0]);
  REQUIRE(outer != nullptr);
  CHECK(outer->blocks.size() == 2);
  CHECK(as<Details>(outer->blocks[0]) != nullptr);
  CHECK(complaints(read("<details>\n\nx\n")) == "1:1 unclosed-markup\n");
  CHECK(complaints(read("x\n\n</details>\n")) == "3:1 raw-html\n");
  CHECK(complaints(read("x\n\n   </details>\n")) == "3:4 raw-html\n");
  CHECK(complaints(read("- x\n\n    </details>\n")) == "3:5 raw-html\n");
  CHECK(complaints(read("- x\n\n  <div>\n  <foo>y\n  </div>\n")) == "4:3 raw-html\n");
  CHECK(complaints(read("> <div>\n>   <foo>y</div>\n>  <bar>\n")) == "2:5 raw-html\n3:4 raw-html\n");
  const ReadResult other = read("<form><fieldset>\nfield &copy;</fieldset></form>\n\n<script>alert(1)</script>\n");
  CHECK(complaints(other) == "1:1 raw-html\n1:7 raw-html\n4:1 raw-html\n");
  REQUIRE(other.document.blocks.size() == 1);
  CHECK(plain_text(as<Paragraph>(other.document.blocks[0])->children) == "field ©");
}

TEST_CASE("footnotes: order of reference, shared, unused, undefined") {
  const ReadResult result = read("a[^n] b[^m] c[^n] d[^zz]\n\n[^m]: M.\n[^n]: N *e*\n\n    - f\n[^u]: U\n");
  CHECK(complaints(result) == "1:20 unresolved-reference\n7:1 unused-note\n");
  REQUIRE(result.document.notes.size() == 2);
  CHECK(result.document.notes[0].name == "n");
  CHECK(result.document.notes[0].blocks.size() == 2);
  CHECK(result.document.notes[0].span.line == 4);
  CHECK(result.document.notes[1].name == "m");
  std::string marks;
  for_each_inline(result.document, [&](const Inline& inl, const Block&) {
    if (const NoteReference* mark = as<NoteReference>(inl)) marks += std::to_string(mark->note);
  });
  CHECK(marks == "010");
  CHECK(complaints(read("a[^1]\n\n[^1]: b[^2]\n[^2]: c\n")).starts_with("3:8 unread-block\n"));
}

TEST_CASE("front matter is no content, and keeps the lines below it in place") {
  const ReadResult result = read("---\ntitle: T\npublished: false\n---\n\ntext\n");
  CHECK_FALSE(result.document.front.published);
  REQUIRE(result.document.blocks.size() == 1);
  CHECK(result.document.blocks[0].span == SourceSpan{6, 1, 6, 4, FileName("a.md")});
}

TEST_CASE("an empty file") {
  CHECK(read("").document.blocks.empty());
  CHECK(read("\n\n").document.blocks.empty());
  CHECK(complaints(read("")) == "");
}
