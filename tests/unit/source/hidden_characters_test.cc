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

TEST_CASE("in mathematics that is set as code, hidden characters are told where they stand") {
  CHECK(complaints(read("A\n\n$$xa\ny a \u202E b$$\n")).find("4:5 bidi-control\n") != std::string::npos);
}
