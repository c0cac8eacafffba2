#include "source/mdx.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "source/read_chapter.h"

#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

struct Taken {
  std::string text, complained;
  std::vector<MdxComponent> components;
};

Taken take(std::string text) {
  SourceText source(std::move(text));
  DiagnosticSink sink;
  Taken taken;
  taken.components = take_out_mdx(source, "a.mdx", sink);
  taken.text = source.text();
  taken.complained = complaints(sink);
  return taken;
}

}  // namespace

TEST_CASE("mdx: imports and exports vanish, prose and code that look like them don't") {
  const Taken taken = take(
      "import A from \"a\";\nimport {\n  B\n} from 'b'\nexport const c = {\n  d: 1\n}\n\nimport the module "
      "first\n\n```js\nimport x from 'y'\n```\n");
  CHECK(taken.complained == "");
  CHECK(taken.text.find("from \"a\"") == std::string::npos);
  CHECK(taken.text.find("d: 1") == std::string::npos);
  CHECK(taken.text.find("import the module first") != std::string::npos);
  CHECK(taken.text.find("import x from 'y'") != std::string::npos);
}

TEST_CASE("mdx: a declared component is the figure that stands for it") {
  const auto read = [](const std::string& text, const ComponentFigure& figure) {
    ReadOptions options;
    options.figures.emplace("BufferGrowth", figure);
    RealProcessRunner processes;
    auto results = read_chapters({{"chapters/a.mdx", "a", "https://example.org/a", text}}, options, processes);
    REQUIRE(results);
    CHECK(results->front().diagnostics.all().empty());
    const Figure* made = as<Figure>(results->front().document.blocks.at(0));
    REQUIRE(made != nullptr);
    return *made;
  };
  const Figure plain = read("<BufferGrowth />\n", {"figures/b.svg", "How it grows.", "A rising line"});
  CHECK(plain.source == "/figures/b.svg");
  CHECK(plain.alt == "A rising line");
  CHECK(plain_text(plain.caption) == "How it grows.");
  CHECK(plain.component == "BufferGrowth");
  CHECK(plain.online_url == "https://example.org/a");
  const Figure own = read("<BufferGrowth id=\"fig:growth\" caption=\"Its own\" />\n", {"figures/b.svg", "How it grows.", ""});
  CHECK(plain_text(own.caption) == "Its own");
  CHECK(own.alt == "Its own");
  CHECK(own.label == "fig:growth");
  CHECK(plain_text(read("<BufferGrowth />\n", {"b.svg", "", ""}).caption) == "Buffer growth");
}

TEST_CASE("mdx: a component alone on its lines becomes a box") {
  const Taken taken = take(
      "<BufferGrowth />\n\n- <V8Heap title=\"The heap\" n={3} />\n\n<Multi\n  "
      "label='L'\n/>\n\n<Empty></Empty>\n");
  REQUIRE(taken.components.size() == 4);
  CHECK(taken.complained == "");
  CHECK(taken.components[0].name == "BufferGrowth");
  CHECK(taken.components[0].title.empty());
  CHECK(taken.components[1].title == "The heap");
  CHECK(taken.components[1].span == SourceSpan{3, 3, 3, 35});
  CHECK(taken.components[2].title == "L");
  CHECK(taken.components[2].span == SourceSpan{5, 1, 7, 2});
  CHECK(std::count(taken.text.begin(), taken.text.end(), '\n') == 9);
}

TEST_CASE("mdx: children stay as text") {
  CHECK(take("a <B x={1}>c</B> d <E/> f\n").text == "a c d  f\n");
  CHECK(take("a <B x={1}>c</B> d <E/> f\n").complained == "1:3 undeclared-component\n1:20 undeclared-component\n");
  CHECK(take("<A>\n    b\n\n      c\n</A>\n").text == "\nb\n\n  c\n\n");
  CHECK(take("<>a</>\n").text == "a\n");
  CHECK(take("<div style={{a: 1}} id=\"x\">b</div>\n").text == "<div id=\"x\">b</div>\n");
}

TEST_CASE("mdx: expressions") {
  CHECK(take("a{\" \"}b {'c'} {/* d\ne */}f\n").text == "a b c \nf\n");
  CHECK(take("a{\" \"}b {'c'}\n").complained == "");
  CHECK(take("a {props.x} b\n").text == "a {props.x} b\n");
  CHECK(take("a {props.x} b\n").complained == "1:3 mdx-expression\n");
  CHECK(take("a { b\n").complained == "1:3 mdx-expression\n");
  CHECK(take("\\{a\\} ## b {#c}\n").complained == "");
}

TEST_CASE("mdx: code is left alone") {
  const std::string code = "`<A />` ``{b}`` ` {\n\n~~~\n<C />\n{d}\n~~~\n\n- ```jsx\n  <E>{f}</E>\n  ```\n";
  CHECK(take(code).text == code);
  CHECK(take(code).complained == "1:19 mdx-expression\n");
}

TEST_CASE("mdx: the box in the document, with the chapter's public page") {
  const ReadResult result = read("a\n\n<BufferGrowth />\n\n> <Inner />\n", "a.mdx");
  CHECK(complaints(result) == "3:1 undeclared-component\n5:3 undeclared-component\n");
  const Component* box = as<Component>(result.document.blocks[1]);
  REQUIRE(box != nullptr);
  CHECK(box->online_url == "https://example.org/online");
  CHECK(result.document.blocks[1].span == SourceSpan{3, 1, 3, 16, FileName("a.mdx")});
}

TEST_CASE("in .md files a component is raw HTML, braces are text") {
  const ReadResult result = read("<BufferGrowth />\n\n{a} <Bx>c</Bx>\n");
  CHECK(complaints(result) == "1:1 raw-html\n3:5 raw-html\n");
  CHECK(plain_text(as<Paragraph>(result.document.blocks.back())->children) == "{a} c");
}

TEST_CASE("mdx: a tag of several lines is told inside its first one") {
  const ReadResult result = read("<r\nChat ={[\n    {x: 1, y: 2 },\n  ]}\n/>\n", "a.mdx");
  CHECK(complaints(result) == "1:1 raw-html\n");
  CHECK(result.diagnostics.all().at(0).span == SourceSpan{1, 1, 1, 2, FileName("a.mdx")});
}
