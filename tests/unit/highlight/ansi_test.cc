// Terminal escapes: taken out, their emphasis kept.
#include <catch2/catch.hpp>

#include "rows.h"

using nbpublish::test::rows;

TEST_CASE("ANSI: bold and inverse are kept, over lines too") {
  CHECK(rows("a \x1b[1mbold\x1b[0m \x1b[7minv\nmore\x1b[27m end", "ansi") == R"(
a bold inv
  BBBB III
more end
IIII
)");
}

TEST_CASE("ANSI: colour is emphasis in black ink, grey and white are none") {
  CHECK(rows("\x1b[32mok\x1b[39m \x1b[90mgrey\x1b[m \x1b[37mwhite\x1b[0m \x1b[1;31mred\x1b[22m still\x1b[0m.", "ansi") == R"(
ok grey white red still.
BB            BBBBBBBBB
)");
}

TEST_CASE("ANSI: colours by index and by RGB do not leak their parameters") {
  CHECK(rows("\x1b[38;5;1mred\x1b[0m \x1b[48;2;7;1;7mon\x1b[49m \x1b[38:2:1:7:1mx\x1b[0m", "ansi") == R"(
red on x
BBB II B
)");
}

TEST_CASE("ANSI: other whole sequences are left out, cut ones are shown, spelled ones are text") {
  CHECK(rows("\x1b]0;title\x07"
             "a\x1b[2K\x1b]8;;u\x1b\\b\x1b(Bc \\x1b[1m\x1b[1",
             "ansi") == R"(
abc \x1b[1m␛[1

)");
  CHECK(rows("a\x1b\nb\x1b[\nc\x1b", "ansi") == "\na␛\n\nb␛[\n\nc␛\n\n");
}

TEST_CASE("in program text no escape character is taken out") {
  for (const char* language :
       {"js", "ts", "jsx", "json", "bash", "env", "dockerfile", "python", "c", "cpp", "yaml", "html", "css", "http", "diff"}) {
    INFO(language);
    const auto lines = nbpublish::highlight("a \x1b[0m b", language);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].text == "a ␛[0m b");
    CHECK(nbpublish::odd_escapes("a \x1b[0m b", language).size() == 1);
  }
}

TEST_CASE("an escape that is no colour is known by its place") {
  const auto odd = nbpublish::odd_escapes("\x1b[1mb\x1b[0m \x1b[2Kx\x1b", "console");
  REQUIRE(odd.size() == 2);
  CHECK(odd[0].at == 10);
  CHECK(odd[0].length == 4);
  CHECK_FALSE(odd[0].is_shown);
  CHECK(odd[1].at == 15);
  CHECK(odd[1].is_shown);
  // A title ends at its bell, which is a picture by now.
  CHECK(nbpublish::highlight("\x1b]0;title\u2407a", "text")[0].text == "a");
}

TEST_CASE("a session's output keeps its emphasis, plain text as well") {
  CHECK(rows("$ npm test\n\x1b[32mpass\x1b[0m 3", "console") == R"(
$ npm test
$$>>>>>>>>
pass 3
BBBBoo
)");
  CHECK(rows("\x1b[7mx\x1b[0m y", "") == R"(
x y
I
)");
}
