// Characters that draw nothing, in code and in prose.
#include <catch2/catch.hpp>

#include "platform/process.h"
#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::string code_in(const ReadResult& result, std::size_t block) { return as<CodeBlock>(result.document.blocks.at(block))->text; }
std::string words_in(const ReadResult& result, std::size_t block) {
  return plain_text(as<Paragraph>(result.document.blocks.at(block))->children);
}

}  // namespace

TEST_CASE("marks of direction in code are shown and told, each at its place") {
  // As in "Trojan Source": a comment that a reader takes for code.
  const ReadResult result =
      read("- a\n\n  ```js\n  if (x) { /*\u202E } \u2066begin\u2069 */\n  \u200Fy\u061C\n  ```\n\nin `a\u202Db` words\n");
  CHECK(complaints(result) ==
        "4:14 bidi-control\n4:18 bidi-control\n4:24 bidi-control\n5:3 bidi-control\n5:5 bidi-control\n8:6 bidi-control\n");
  const auto& list = *as<List>(result.document.blocks[0]);
  CHECK(as<CodeBlock>(list.items[0].blocks[1])->text == "if (x) { /*⟨U+202E⟩ } ⟨U+2066⟩begin⟨U+2069⟩ */\n⟨U+200F⟩y⟨U+061C⟩");
  CHECK(words_in(result, 1) == "in a⟨U+202D⟩b words");
}

TEST_CASE("what has no width in code is shown") {
  const ReadResult result = read("```\na\u200Bb\u00ADc\u2060d\uFEFFe\u3164f\u200Dg\u200Ch\uFE0Fi\n```\n");
  CHECK(code_in(result, 0) == "a⟨U+200B⟩b⟨U+00AD⟩c⟨U+2060⟩d⟨U+FEFF⟩e⟨U+3164⟩f⟨U+200D⟩g⟨U+200C⟩h⟨U+FE0F⟩i");
  CHECK(result.diagnostics.all().size() == 8);
}

TEST_CASE("what belongs to the character before it stays") {
  const std::string code =
      "👩\u200D💻 ✔\uFE0F 1\uFE0F\u20E3 می\u200Cخواهم क\u094D\u200Dष 🏴\U000E0067\U000E0062\U000E007F "
      "❤\uFE0F\u200D🔥";
  const ReadResult result = read("```\n" + code + "\n```\n");
  CHECK(code_in(result, 0) == code);
  CHECK(complaints(result) == "");
}

TEST_CASE("in titles, captions, cells, notes and HTML the same") {
  const ReadResult result = read(
      "---\ntitle: \"a `x\\u200By`\"\n---\n\n| a |\n|---|\n| `b\u200Bc` |\n\nn[^1] <code>e\u200Bf</code>\n\n[^1]: `g\u200Bh`\n\n~~~js "
      "caption=\"`i\u200Bj`\" title=\"k\u200Bl.js\"\nx\n~~~\n");
  CHECK(plain_text(result.document.title) == "a x⟨U+200B⟩y");
  CHECK(dump_of(result).find("\\u{200b}") == std::string::npos);
  std::size_t told = 0;
  for (const Diagnostic& d : result.diagnostics.all()) told += d.code == DiagCode::ControlCharacter ? 1 : 0;
  CHECK(told == 6);
}

TEST_CASE("in prose marks without width have their use, and a direction ends with its paragraph") {
  CHECK(complaints(read("co\u00ADop a\u200Bb \u200Fx\u200E \u2067שלום\u2069 \u202Bשלום\u202C\n")) == "");
  const ReadResult result = read("one \u202Etwo\n\nthree \u2067*four \u202Bfive*\u2069\n\n# six \u2066\n\nx\n");
  CHECK(complaints(result) == "1:5 bidi-control\n5:7 bidi-control\n");
  CHECK(words_in(result, 0) == "one \u202Etwo\u202C");
  CHECK(words_in(result, 1) == "three \u2067four \u202Bfive\u2069");  // the isolate's end ends what is inside it
}

TEST_CASE("hidden characters in code are told where its lines stand, not one below the other") {
  CHECK(complaints(read("1. a\n\n     ```\n   x\u200By\n     z\u200B\n     ```\n")) == "4:5 control-character\n5:7 control-character\n");
  CHECK(complaints(read("<pre>a\u200B\nbc\u200B</pre>\n")) == "1:7 control-character\n2:3 control-character\n");
  CHECK(complaints(read("  <pre>\na\u200B\n\n  b\u200B\n</pre>\n")) == "2:2 control-character\n4:4 control-character\n");
  CHECK(complaints(read("| a |\n|---|\n| <pre>b<br>c\u200B<br>\u200Bd</pre> |\n")) == "3:14 control-character\n3:19 control-character\n");
}

TEST_CASE("hidden characters of words whose place is that of a block are told where it begins") {
  const std::string text =
      "$$_{1}\n$$ m$$$$$=+\n| a  | - one  |\n| deep | - two  |\n+----+--------+\n\n[^never\n|]:b  | x[^n]  |\n"
      "|    |        |\n|    | ```    |\n|$$$$$$iX(y\\) a \u202E[0\n]z\\\n$ and $6 dex$`y> \n";
  const ReadResult result = read(text);
  std::vector<std::size_t> sizes(1);
  for (const char c : text) c == '\n' ? sizes.push_back(0) : void(++sizes.back());
  for (const Diagnostic& d : result.diagnostics.all()) CHECK(d.span.column <= sizes.at(d.span.line - 1) + 1);
}

TEST_CASE("in mathematics that is set as code, hidden characters are told where they stand") {
  CHECK(complaints(read("A\n\n$$xa\ny a \u202E b$$\n")).find("4:5 bidi-control\n") != std::string::npos);
}
