// Every place in a document says which file it lies in, whichever way its text came there.
#include "support/span_files.h"

#include <catch2/catch.hpp>

#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

void check_all_in(const ReadResult& result, const std::string& file) {
  INFO(dump(result.document));
  CHECK(span_files(result.document) == std::set<std::string>{file});
  for (const Diagnostic& d : result.diagnostics.all()) {
    CHECK(d.file == file);
    CHECK(d.span.file == FileName(file));
  }
}

}  // namespace

TEST_CASE("places name their file: front matter, blocks, inlines, notes, code and tables") {
  check_all_in(read("---\ntitle: A *b*\nshort: B\nstandfirst: More `c`\nlabel: 'ch:a'\n---\n\n"
                    "Words *and* [links](x \"t\") [marked]{.index} `code`[^n], \"quotes\" -- $x$ <kbd>C</kbd> https://a.b/c\n"
                    "on two lines ![i](i.png)\n\n"
                    "## Head *two* {#given}\n\n- one\n- [x] two\n\n> said\n>\n> — Ada *L*\n\n> [!NOTE]\n> mind\n\n"
                    "```js title=\"a.js\" caption=\"What it `shows`\" {1} {#lst:a}\nlet a\n\tb\n```\n\n"
                    "| a | b |\n|---|---|\n| *1* | 2 |\n\n: Caption of *it* {#tbl:a}\n\n"
                    "![alt](p.png \"Cap *tion*\"){#fig:p width=50%}\n\n---\n\n"
                    "$$\ny\n$$\n\n[^n]: A *note*.\n\n    ```\n    in it\n    ```\n",
                    "chapters/a.md"),
               "chapters/a.md");
}

TEST_CASE("places name their file: HTML of all kinds") {
  check_all_in(
      read("# T\n\n<details><summary>More *of*</summary>\n\nit\n\n</details>\n\n<table><tr><th>a<td>b\n<tr><td>1</table>\n\n"
           "<pre>\ncode\n  more</pre>\n\n<h3>head <b>x</b></h3>\nwords\n<ul><li>one<li>two <em>x</em></ul>\n\n<div>\n\nin\n\n</div>\n\n"
           "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n\n<dl><dt>a<dd>b</dl>\n",
           "chapters/b.md"),
      "chapters/b.md");
}

TEST_CASE("places name their file: MDX") {
  check_all_in(read("import X from 'x'\n\n# T\n\n<Box title=\"a\" />\n\nSo {a} it <Chip>is</Chip>.\n\n<Note>\n\nin\n\n</Note>\n", "c.mdx"),
               "c.mdx");
}

TEST_CASE("places name their file: what is odd") {
  check_all_in(
      read("# T\n\n\x01 a \xff b\n\n`a\xE2\x80\xAE` \xE2\x80\xAE\n\n```js foo=1\n\xE2\x80\x8B\n```\n\n[^x] [a](\n\n| a |\n|--\n", "d.md"),
      "d.md");
}
