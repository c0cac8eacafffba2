// Places are exact to the inline, wherever it stands.
#include <catch2/catch.hpp>

#include "document/walk.h"
#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// "line:column-line:column" of every link.
std::string links(std::string text, std::string file = "a.md") {
  std::string list;
  const ReadResult result = read(std::move(text), std::move(file));
  for_each_inline(result.document, [&](const Inline& inl, const Block&) {
    if (as<Link>(inl) == nullptr) return;
    const SourceSpan& s = inl.span;
    list += std::to_string(s.line) + ":" + std::to_string(s.column) + "-" + std::to_string(s.end_line) + ":" +
            std::to_string(s.end_column) + " ";
  });
  for (const Diagnostic& d : result.diagnostics.all()) CHECK(d.code != DiagCode::PositionMismatch);
  return list;
}

}  // namespace

TEST_CASE("links in paragraphs over several lines") {
  CHECK(links("a [b](c) d\n  e [f](g)\nh\n[i](j)\n") == "1:3-1:8 2:5-2:10 4:1-4:6 ");
  CHECK(links("a [b\nc](d) e [f](g)\n") == "1:3-2:5 2:9-2:14 ");
  CHECK(links("a  \n[b](c)\\\n[d](e)<br>[f](g)\n") == "2:1-2:6 3:1-3:6 3:11-3:16 ");
}

TEST_CASE("links behind characters of several bytes, escapes and entities") {
  CHECK(links("é€😀 [b](c)\n") == "1:5-1:10 ");
  CHECK(links("\\* &copy; &nope; \\\\ \\a [b](c)\n") == "1:24-1:29 ");
  CHECK(links("`a` ``b ` c`` *d* **e** ***f*** _g_ ~~h~~ [b](c)\n") == "1:43-1:48 ");
}

TEST_CASE("links in lists") {
  CHECK(links("- a\n  - [b](c)\n    d [e](f)\n- [ ] [g](h)\n") == "2:5-2:10 3:7-3:12 4:7-4:12 ");
  CHECK(links("1. a\n\n   [b](c)\n\n10. d\n[e](f)\n") == "3:4-3:9 6:1-6:6 ");
  CHECK(links("1. [x] [b](c)\n") == "1:8-1:13 ");
}

TEST_CASE("links in quotes and alerts") {
  CHECK(links("> a [b](c)\n> [d](e)\nlazy [f](g)\n> > [h](i)\n") == "1:5-1:10 2:3-2:8 3:6-3:11 4:5-4:10 ");
  CHECK(links("> [!NOTE]\n> a [b](c)\n>\n> - [d](e)\n") == "2:5-2:10 4:5-4:10 ");
  CHECK(links("> a\n> b\n> -- [c](d)\n") == "3:6-3:11 ");
}

TEST_CASE("links in tables") {
  CHECK(links("| a | é [b](c) |\n|---|---|\n| `x\\|y` [d](e) | [f](g) |\n[h](i) | j\n") == "1:9-1:14 3:10-3:15 3:19-3:24 4:1-4:6 ");
  CHECK(links("> | a | b |\n> |---|---|\n> | [c](d) | [e](f) |\n") == "3:5-3:10 3:14-3:19 ");
  CHECK(links("- | a | b |\n  |---|---|\n  | [c](d) | [e](f) |\n") == "3:5-3:10 3:14-3:19 ");
}

TEST_CASE("links in headings, notes and emphasis") {
  CHECK(links("# T\n\n##  [a](b) ##\n\n[c](d)\n===\n") == "3:5-3:10 5:1-5:6 ");
  CHECK(links("x[^1]\n\n[^1]: a [b](c)\n\n    [d](e)\n") == "3:9-3:14 5:5-5:10 ");
  CHECK(links("**a [b](c)** *[d](e)*\n") == "1:5-1:10 1:15-1:20 ");
}

TEST_CASE("every kind of link") {
  CHECK(links("<https://a.b> https://c.d. www.e.f g@h.io\n") == "1:1-1:13 1:15-1:25 1:28-1:34 1:36-1:41 ");
  CHECK(links("[a](<b c> \"t)\") [d][e] [e][] [e]\n\n[e]: f\n") == "1:1-1:15 1:17-1:22 1:24-1:28 1:30-1:32 ");
  CHECK(links("[e]: f\n[g]: h\n[e] x\n") == "3:1-3:3 ");
  CHECK(links("[a](b(c)d) [![i](j)](k)\n") == "1:1-1:10 1:12-1:23 ");
}

TEST_CASE("attributes of a fence that are not understood") {
  const auto places = [](std::string text) {
    std::string list;
    const ReadResult result = read(std::move(text));
    for (const Diagnostic& d : result.diagnostics.all())
      list += std::to_string(d.span.line) + ":" + std::to_string(d.span.column) + "-" + std::to_string(d.span.end_line) + ":" +
              std::to_string(d.span.end_column) + " ";
    return list;
  };
  CHECK(places("```js colour=red\nx\n```\n") == "1:7-1:16 ");
  CHECK(places("\n~~~~  js  title=\"é €\" a=b  {5-1} \nx\n~~~~\n") == "2:23-2:25 2:28-2:32 ");
  CHECK(places("> - a\n>\n>   ```js {#a colour=red}\n>   x\n>   ```\n") == "3:15-3:24 ");
  CHECK(places("1. ```js a=b\n   x\n   ```\n\nx[^1]\n\n[^1]: y\n\n    ```js c=d\n    x\n    ```\n") == "1:10-1:12 9:11-9:13 ");
  // Behind an escape or an entity the whole of what stands there.
  CHECK(places("```js title=\"a &amp; b\" c=d\nx\n```\n") == "1:4-1:27 ");
}

TEST_CASE("places in files with BOM, CRLF and front matter") {
  CHECK(links("\xEF\xBB\xBF[a](b)\r\n\r\nc [d](e)\r\n") == "1:1-1:6 3:3-3:8 ");
  CHECK(links("\xEF\xBB\xBF---\r\ntitle: A\r\n---\r\n\r\n- [a](b)\r\n") == "5:3-5:8 ");
}

TEST_CASE("places in MDX files are those of the file") {
  CHECK(links("import A from 'a'\n\nx <B>[c](d)</B> {/* e */}[f](g)\n\n<C>\n      [h](i)\n</C>\n", "a.mdx") ==
        "3:6-3:11 3:26-3:31 6:7-6:12 ");
}

TEST_CASE("the dump of a leaf, every inline with its place") {
  CHECK(dump_of(read("a *b `c`*\nd\n")) ==
        "\n  paragraph @1:1-2:1\n"
        "    text @1:1-1:2 \"a \"\n"
        "    emphasis @1:3-1:9\n"
        "      text @1:4-1:5 \"b \"\n"
        "      code @1:6-1:8 \"c\"\n"
        "    soft-break @1:10-1:10\n"
        "    text @2:1-2:1 \"d\"\n");
}
