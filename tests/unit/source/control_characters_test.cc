// Characters that are no text, and controls that no output may carry.
#include <catch2/catch.hpp>

#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("lost characters, also in code") {
  CHECK(complaints(read("a\xEF\xBF\xBD\xEF\xBF\xBD b\xEF\xBF\xBD\n\n```\nx\xEF\xBF\xBD\n```\n")) ==
        "1:2 replacement-character\n1:6 replacement-character\n4:2 replacement-character\n");
  CHECK(complaints(read("ab\xFF\xFEz\n\nc\x01z\n")) == "1:3 invalid-text\n3:2 control-character\n");
}

TEST_CASE("control characters are shown, each told at its place, whatever they stand in") {
  const ReadResult result =
      read(std::string("a\fb\x0B"
                       "c\x07\x00 \x7F\n\n`x\x1By`\n\n```js\nf\x0C\xC2\x85g\n```\n",
                       34));
  CHECK(complaints(result) ==
        "1:2 control-character\n1:4 control-character\n1:6 control-character\n1:7 control-character\n1:9 control-character\n3:3 "
        "control-character\n6:2 control-character\n6:3 control-character\n");
  CHECK(dump_of(result) == R"(
  paragraph @1:1-1:9
    text @1:1-1:9 "a␌b␋c␇␀ ␡"
  paragraph @3:1-3:5
    code @3:1-3:5 "x␛y"
  code-block @5:1-7:3 language="js" first-line=6
    line "f␌�g"
)");
  CHECK(result.diagnostics.all()[0].message == "U+000C is a control character and is set as ␌");
  CHECK(read("---\ntitle: \"a\\eb\"\n---\n\nx\n").document.front.title == "a␛b");
}

TEST_CASE("a lone carriage return, a byte order mark inside, line separators") {
  CHECK(complaints(read("10%\r20%\r\nb\r\r\n\xEF\xBB\xBF"
                        "c\n")) == "1:4 control-character\n3:1 control-character\n");
  CHECK(plain_text(as<Paragraph>(read("10%\r20%\r\nb\n").document.blocks.at(0))->children) == "10%␍20% b");
  const ReadResult result = read("a\u2028b `c\u2029d`\n");
  CHECK(complaints(result) == "1:2 control-character\n1:7 control-character\n");
  CHECK(plain_text(as<Paragraph>(result.document.blocks[0])->children) == "a b c⟨U+2029⟩d");
}

TEST_CASE("a flood of control characters is counted") {
  const ReadResult result = read(std::string(5000, '\x01') + "\n");
  CHECK(result.diagnostics.all().size() == 201);
}

TEST_CASE("terminal escapes stay in fences and nowhere else") {
  const ReadResult result = read("a\x1B[1m\n```ansi\n\x1B[31mred\n```\nb\x1B[0m\n");
  CHECK(complaints(result) == "1:2 control-character\n5:2 control-character\n");
  REQUIRE(result.document.blocks.size() == 3);
  CHECK(as<CodeBlock>(result.document.blocks[1])->text == "\x1B[31mred");
}

TEST_CASE("terminal escapes in what only looks fenced are shown") {
  const ReadResult html = read("<td\n```\x1B\n");
  CHECK(complaints(html) == "2:4 control-character\n");
  CHECK(plain_text(as<Paragraph>(html.document.blocks.at(0))->children) == "<td ```␛");
  // In a fence's information, too; the code below keeps its own.
  const ReadResult info = read("```js title=\"a\x1Bz\"\nx\x1B[0m\n```\n");
  REQUIRE(info.document.blocks.size() == 1);
  CHECK(as<CodeBlock>(info.document.blocks[0])->info.title == "a␛z");
  CHECK(as<CodeBlock>(info.document.blocks[0])->text == "x\x1B[0m");
}
