// The small parts that need no parser: HTML and JSX cut up, table cells, link tails, names, the text itself.
#include <catch2/catch.hpp>

#include "source/component.h"
#include "source/figure_syntax.h"
#include "source/html_tokens.h"
#include "source/jsx.h"
#include "source/link_tail.h"
#include "source/mermaid.h"
#include "source/source_text.h"
#include "source/table_cells.h"

using namespace nbpublish;

TEST_CASE("source text: columns are code points, lines keep their number") {
  const SourceText source("ab\né€x\n");
  CHECK(source.line_count() == 2);
  CHECK(source.line(2) == "é€x");
  CHECK(source.span(3, 9) == SourceSpan{2, 1, 2, 3});
  CHECK(source.span(5, 8) == SourceSpan{2, 2, 2, 2});
  CHECK(source.span(0, 9) == SourceSpan{1, 1, 2, 3});
}

TEST_CASE("source text: replacing keeps the columns of what follows") {
  SourceText source("a<é>b<x\ny>c\nd");
  source.replace({{1, 5, ""}, {6, 11, "__"}});
  CHECK(source.text() == "ab__\nc\nd");
  CHECK(source.span(1, 2) == SourceSpan{1, 5, 1, 5});
  CHECK(source.span(5, 6) == SourceSpan{2, 3, 2, 3});
  CHECK(source.span(7, 8) == SourceSpan{3, 1, 3, 1});
}

TEST_CASE("source text: what is put before a line's end does not lead out of the line") {
  SourceText source("> $$x$$ é\nb\n");
  source.rewrite({{1, 1, {{"> ~~~", 1, 0, 0}, {"> ", 1, 2, 10}, {"> ~~~", 1, 10, 10}}}});
  CHECK(source.text() == "> ~~~\n> $$x$$ é\n> ~~~\nb\n");
  CHECK(source.span(2, 5) == SourceSpan{1, 3, 1, 5});
  CHECK(source.span(6, 16) == SourceSpan{1, 3, 1, 9});
  CHECK(source.span(17, 22) == SourceSpan{1, 10, 1, 10});
}

TEST_CASE("html is cut into tags, comments and text") {
  const auto tokens = cut_html("a<B title='x &amp; y' n=1><br/><!-- > --></b><img src=a.png>< c");
  REQUIRE(tokens.size() == 7);
  CHECK(tokens[1].kind == HtmlToken::Kind::Open);
  CHECK(tokens[1].is("b"));
  CHECK(tokens[1].attribute("title") == "x & y");
  CHECK(tokens[2].kind == HtmlToken::Kind::Void);
  CHECK(tokens[3].kind == HtmlToken::Kind::Comment);
  CHECK(tokens[4].kind == HtmlToken::Kind::Close);
  CHECK(tokens[5].attribute("src") == "a.png");
  CHECK(tokens[6].kind == HtmlToken::Kind::Text);
}

TEST_CASE("html that does not end is text, and costs linear time") {
  CHECK(cut_html("<!-- no end").size() == 1);
  CHECK(cut_html("<a href=\"no end>").size() == 1);
  std::string hostile;
  for (int i = 0; i < 200'000; ++i) hostile += "<!--<a b=\"";
  CHECK(!cut_html(hostile).empty());
}

TEST_CASE("entities") { CHECK(decode_entities("&copy; &#8212; &#x41; &nope; & &amp;lt;") == "© — A &nope; & &lt;"); }

TEST_CASE("jsx tags") {
  const auto tag = read_jsx_tag("<A.B title=\"x > y\" n={ {a: '}'} } {...rest} />", 0);
  REQUIRE(tag);
  CHECK(tag->name == "A.B");
  CHECK(tag->self_closing);
  CHECK(tag->has_braces);
  CHECK(tag->attribute("title") == "x > y");
  CHECK(tag->end == 46);
  CHECK(read_jsx_tag("</Foo>", 0)->closing);
  CHECK(read_jsx_tag("<>", 0)->name.empty());
  CHECK_FALSE(read_jsx_tag("< b", 0));
  CHECK_FALSE(read_jsx_tag("<3", 0));
  CHECK_FALSE(read_jsx_tag("<A title=\"x", 0));
}

TEST_CASE("jsx braces and literals") {
  CHECK(end_of_braces("{a {b} '}' /* } */ }x", 0) == 20);
  CHECK_FALSE(end_of_braces("{a", 0));
  CHECK(end_of_braces("{it's fine}", 0) == 11);
  CHECK(string_literal(" \" \" ") == " ");
  CHECK(string_literal("'it\\'s'") == "it's");
  CHECK_FALSE(string_literal("`a${b}`"));
  CHECK_FALSE(string_literal("'a' + 'b'"));
}

TEST_CASE("a component's name in words") {
  CHECK(words_of_name("BufferGrowth") == "Buffer growth");
  CHECK(words_of_name("V8HeapViz") == "V8 heap viz");
  CHECK(words_of_name("HTTPServer") == "HTTP server");
  CHECK(words_of_name("A") == "A");
  CHECK(component_of_mark(component_mark(12) + "\n") == 12u);
  CHECK_FALSE(component_of_mark("<!--nbpublish component x-->"));
}

TEST_CASE("cells of a table's row") {
  const auto shown = [](std::string_view line, std::size_t offset = 0) {
    std::string out;
    for (const CellRange& cell : cells_of_row(line, offset)) out += "[" + std::string(line.substr(cell.begin, cell.end - cell.begin)) + "]";
    return out;
  };
  CHECK(shown("| a | b |") == "[a][b]");
  CHECK(shown("a|b") == "[a][b]");
  CHECK(shown("| `x\\|y` || c") == "[`x\\|y`][][c]");
  CHECK(shown("> | a |", 2) == "[a]");
  CHECK(shown("").empty());
}

TEST_CASE("what stands behind a link's text") {
  CHECK(end_of_link_tail("(a(b)c \"t)\") x", 0) == 12);
  CHECK(end_of_link_tail("(<a b>) x", 0) == 7);
  CHECK(end_of_link_tail("(a\\)b) x", 0) == 6);
  CHECK(end_of_link_tail("[la\\]bel] x", 0) == 9);
  CHECK(end_of_link_tail("[] x", 0) == 2);
  CHECK(end_of_link_tail(" x", 0) == 0);
}

TEST_CASE("attributes of an image") {
  const ImageAttributes all = read_image_attributes(" {#fig:a-1 width=60% height=2 .x} behind");
  CHECK(all.label == "fig:a-1");
  CHECK(all.width == FigureWidth{600, {}});
  CHECK(all.end == 33);
  CHECK(all.unknown == std::vector<std::pair<std::size_t, std::size_t>>{{30, 32}});
  CHECK(read_image_attributes("{width='a } b'}").end == 15);
  for (const char* none : {"", "x", "{", "{}", "{#a", "{a b}", "{#a b}", "{=}"}) CHECK(read_image_attributes(none).end == 0);
  CHECK(read_figure_width("200") == FigureWidth{0, Length::pt(150)});
  CHECK(read_figure_width("2in") == FigureWidth{0, Length::pt(144)});
  CHECK(read_figure_width("33.3%") == FigureWidth{333, {}});
  CHECK(read_figure_width("300%") == FigureWidth{1000, {}});
  for (const char* none : {"", "%", "-3px", "0", "3em", "nan", "inf", "1e99", "3 px"}) CHECK(read_figure_width(none) == FigureWidth{});
}

TEST_CASE("labels") {
  CHECK(label_in(" {#fig:x-1} ") == "fig:x-1");
  CHECK_FALSE(label_in("{#}"));
  CHECK_FALSE(label_in("{#a b}"));
  CHECK_FALSE(label_in("x {#a}"));
}

TEST_CASE("a Mermaid diagram is named by its first word") {
  const auto kind = [](std::string_view code) {
    std::string caption = mermaid_caption(code);
    REQUIRE(caption.ends_with(", as Mermaid source"));
    return caption.substr(0, caption.find(','));
  };
  CHECK(kind("graph TD\n  A --> B") == "Flowchart");
  CHECK(kind("flowchart-elk LR") == "Flowchart");
  CHECK(kind("graph TD; A-->B;") == "Flowchart");
  CHECK(kind("sequenceDiagram") == "Sequence diagram");
  CHECK(kind("stateDiagram-v2\n[*] --> A") == "State diagram");
  CHECK(kind("gitGraph:\n  commit") == "Git graph");
  CHECK(kind("%%{init: {'theme': 'base'}}%%\n\n%% why\n\t erDiagram") == "Entity-relationship diagram");
  CHECK(kind("---\ntitle: graph\n---\npie title Pets") == "Pie chart");
  CHECK(kind("graphic") == "Diagram");
  CHECK(kind("---\n") == "Diagram");
  CHECK(kind("") == "Diagram");
}
