// TeX stands as it was written.
#include <catch2/catch.hpp>

#include "document/walk.h"
#include "reading.h"
#include "source/tex_spans.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// The code in the lines of a chapter, parted by bars, and its blocks of code behind "block:".
std::string code(const ReadResult& result) {
  std::string out;
  for_each_block(result.document, [&](const Block& block) {
    if (const auto* listing = as<CodeBlock>(block)) out += "block:" + listing->text + "|";
  });
  for_each_inline(result.document, [&](const Inline& inl, const Block&) {
    if (const auto* c = as<Code>(inl)) out += c->text + "|";
  });
  return out;
}

std::string spans(std::string_view text) {
  std::string out;
  for (const TexSpan& span : tex_spans(text, {})) out += std::string(text.substr(span.begin, span.end - span.begin)) + "|";
  return out;
}

}  // namespace

TEST_CASE("tex: prices, shells and programs are none") {
  for (const char* text :
       {"from $5 to $10",
        "The mirror cost $3,500 in 2022, $5,000 in 2023 and from $6,750 to $9,000 later; it is **35$** in "
        "some places, **40$** in others.",
        "The variables $HOME and $PATH are set", "a shell prompt is $ and then another $.", "US$5 and A$6", "$HOME/bin:$PATH",
        "jQuery's $.ajax and $.get", "it costs 5$ or 6$ each", "echo $$ and $$ again", "escaped \\$5 and \\$6", "[a]\\(b\\) and f\\(x\\)",
        "\\[not a link\\] and \\[--opt=value\\]", "$1, $2", "(in $) and ($)"}) {
    INFO(text);
    CHECK(spans(text) == "");
  }
}

TEST_CASE("tex: in a line") {
  CHECK(spans("$E = mc^2$ and $\\alpha_1 + \\beta^2$, \\(x^2\\)") == "$E = mc^2$|$\\alpha_1 + \\beta^2$|\\(x^2\\)|");
  CHECK(spans("($x$), $2x + 1$-st, $a\\$b$ $$\\sum_i i$$ \\[\\frac12\\]") == "$x$|$2x + 1$|$a\\$b$|$$\\sum_i i$$|\\[\\frac12\\]|");
}

TEST_CASE("mathematics stands as it is written and is told once a block") {
  const ReadResult line = read("# T\n\nInline $E = mc^2$ and $\\alpha_1 * \\beta_2$ \\(x\\,y\\), it's $5 \"a\".\n");
  CHECK(code(line) == "$E = mc^2$|$\\alpha_1 * \\beta_2$|\\(x\\,y\\)|");
  CHECK(complaints(line) == "3:8 mathematics\n");
  CHECK(line.document.blocks[0].span == SourceSpan{3, 1, 3, 65, FileName("a.md")});

  const ReadResult block = read("# T\n\nText:\n\n$$\n\\int_0^1 x^2 \\, dx\n  - \\frac{1}{3} \\\\\n= \"y\" -- z\n$$\n\nMore.\n");
  CHECK(code(block) == "block:$$\n\\int_0^1 x^2 \\, dx\n  - \\frac{1}{3} \\\\\n= \"y\" -- z\n$$|");
  CHECK(complaints(block) == "5:1 mathematics\n");
  CHECK(block.document.blocks.back().span == SourceSpan{11, 1, 11, 5, FileName("a.md")});

  CHECK(code(read("# T\n\n$$E = mc^2$$\n\n\\[\nx^2\n\\]\n")) == "block:$$E = mc^2$$|block:\\[\nx^2\n\\]|");
  CHECK(code(read("# T\n\n- a\n\n  $$\n  x_1\n  $$\n\n> $$\n> y_1\n> $$\n")) == "block:$$\nx_1\n$$|block:$$\ny_1\n$$|");
  CHECK(complaints(read("# T\n\n- a\n\n  $$\n  x_1\n  $$\n\n> $$\n> y_1\n> $$\n")) == "5:3 mathematics\n9:3 mathematics\n");
}

TEST_CASE("mathematics: GitHub's other forms") {
  const ReadResult ticks = read("# T\n\nThe $`\\sqrt{3}`$ of it.\n");
  CHECK(code(ticks) == "$`\\sqrt{3}`$|");
  CHECK(complaints(ticks) == "3:5 mathematics\n");
  const ReadResult fence = read("# T\n\n```math\n\\sqrt{3}\n```\n");
  CHECK(code(fence) == "block:\\sqrt{3}|");
  CHECK(complaints(fence) == "3:1 mathematics\n");
}

TEST_CASE("mathematics in headings, tables, titles and MDX") {
  const ReadResult result = read(
      "---\ntitle: On $x^2$\n---\n\n## The $a_1 * b_1$ case\n\n| $x_1$ | $y_1$ |\n|---|---|\n| $z_1$ | 2 "
      "|\n\n![A](a.png \"The $c_1$\")\n");
  CHECK(complaints(result) == "2:8 mathematics\n5:8 mathematics\n7:3 mathematics\n11:1 mathematics\n");
  CHECK(plain_text(result.document.title) == "On $x^2$");
  CHECK(code(result) == "$a_1 * b_1$|$x_1$|$y_1$|$z_1$|$c_1$|");
  const ReadResult mdx = read("# T\n\nSo $\\frac{1}{2}$ it is.\n\n$$\n\\sum_{i<n} {a}\n$$\n", "a.mdx");
  CHECK(code(mdx) == "block:$$\n\\sum_{i<n} {a}\n$$|$\\frac{1}{2}$|");
  CHECK(complaints(mdx) == "3:4 mathematics\n5:1 mathematics\n");
}

TEST_CASE("mathematics: code, addresses and tags are left alone") {
  CHECK(complaints(read("# T\n\n`$x$` <https://x.org/$a$> https://x.org/?a=$b$ [l](https://x.org/$c$) <b "
                        "title=\"$d$\">e</b>\n\n    $$\n    x\n    "
                        "$$\n\n```\n$$\nx\n$$\n```\n\n<pre>\n$$\nx\n$$\n</pre>\n")) == "");
  CHECK(code(read("# T\n\n$f[x](y)$ and [words $z^2$](https://x.org)\n")) == "$f[x](y)$|$z^2$|");
}

TEST_CASE("tex: code between two marks parts them, and no row of marks is slow") {
  const std::string text = "$a `x` $b$ and \\(c\\)";
  const std::vector<ClosedRange> code{{3, 6, true}};
  std::string found;
  for (const TexSpan& span : tex_spans(text, code)) found += text.substr(span.begin, span.end - span.begin) + "|";
  CHECK(found == "$b$|\\(c\\)|");
  for (const char* mark : {"\\(a ", "\\[a ", "$a ", "$$a ", "$"}) {
    std::string row;
    for (int i = 0; i < 200'000; ++i) row += mark;
    CHECK(tex_spans(row, {}).size() < 200'000);
    CHECK(tex_spans(row + "\\) \\] `x`", {{row.size() + 6, row.size() + 9, true}}).size() < 200'000);
  }
}

TEST_CASE("mathematics in notes that are defined in another order than they are referred to") {
  const ReadResult result = read("a[^2] b[^1]\n\n[^1]: one $x_1^2$ end\n\n[^2]: two $\\frac{a}{b}$ end\n");
  const std::string text = dump(result.document);
  for (const char* code : {"code @3:11-", "\"$x_1^2$\"", "code @5:11-", "\"$\\\\frac{a}{b}$\""})
    CHECK(text.find(code) != std::string::npos);
}
