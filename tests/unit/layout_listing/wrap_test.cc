// Wrapping and splitting of code as tables.
#include "layout/listing/wrap.h"

#include <catch2/catch.hpp>
#include <random>

#include "layout/galley/galley.h"
#include "layout/listing/split_costs.h"
#include "support/block_layout.h"
#include "text/columns.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

using Strings = std::vector<std::string>;

// Pieces as they stand on the page, their indent as dots.
Strings wrapped(std::string_view line, int columns) {
  Strings out;
  for (const CodePiece& piece : wrap_code(line, columns, block_style()))
    out.push_back(std::string(static_cast<std::size_t>(piece.indent), '.') +
                  std::string(line.substr(piece.begin, piece.end - piece.begin)));
  return out;
}

}  // namespace

TEST_CASE("code wraps at the last good place in the window, else at the column") {
  CHECK(wrapped("short", 20) == Strings{"short"});
  CHECK(wrapped("", 20) == Strings{""});
  CHECK(wrapped("exactly twenty chars", 20) == Strings{"exactly twenty chars"});
  CHECK(wrapped("call(first, second, third)", 20) == Strings{"call(first, second, ", "....third)"});
  CHECK(wrapped("const x = await fetch(url)", 20) == Strings{"const x = await ", "....fetch(url)"});
  // A dot is indent or the source's own: the second row begins with a member's dot.
  CHECK(wrapped("stream.pipeline.destroy()", 20) == Strings{"stream.pipeline", ".....destroy()"});
  CHECK(wrapped("value?.nested?.property", 20) == Strings{"value?.nested", "....?.property"});
  CHECK(wrapped("call(aaaa ...value)", 12) == Strings{"call(aaaa ", ".......value", "....)"});
  CHECK(wrapped("given ?? otherwise", 8) == Strings{"given ", "....?? ", "....othe", "....rwis", "....e"});
  CHECK(wrapped("aaaaaaaa=bbbbbbbbbbbbbb", 12) == Strings{"aaaaaaaa=", "....bbbbbbbb", "....bbbbbb"});
  CHECK(wrapped("aaaa==bbbbbbbb", 8) == Strings{"aaaa==", "....bbbb", "....bbbb"});
  // No good place in the last 8 columns: at the column.
  CHECK(wrapped("a bbbbbbbbbbbbbbbbbbbbb", 12) == Strings{"a bbbbbbbbbb", "....bbbbbbbb", "....bbb"});
  // The line's own indent plus 4, but half of the columns remain.
  CHECK(wrapped("  return aaaa, bbbb, cc", 16) == Strings{"  return aaaa, ", "......bbbb, cc"});
  CHECK(wrapped("          aaaa, bbbb, cc", 16) == Strings{"          aaaa, ", "........bbbb, cc"});
}

TEST_CASE("spaces at a break stay with the piece before it, even past the edge") {
  CHECK(wrapped("aaaaaaaaaa   bbbb", 10) == Strings{"aaaaaaaaaa   ", "....bbbb"});
  CHECK(wrapped("aaaaaaaaaa     ", 10) == Strings{"aaaaaaaaaa     "});
}

TEST_CASE("characters are counted, not bytes") {
  CHECK(wrapped("ééééé ééééé", 8) == Strings{"ééééé ", "....éééé", "....é"});
  CHECK(wrapped("éééééééé", 8).size() == 1);
  // Wide characters are two columns, and no column is divided.
  CHECK(wrapped("日日日日日日", 9) == Strings{"日日日日", "....日日"});
  CHECK(wrapped("日日日日", 8).size() == 1);
}

TEST_CASE("pieces add up to the line and fit, whatever the line") {
  std::mt19937 random(99);
  const char* const parts[] = {
      "a", "foo", " ", "  ", ",", "(", "é", "=>", "&&", ".", "=", "veryLongIdentifier", "\xE2\x94\x80", "日", "\U0001F680", "\u2714\uFE0F"};
  for (int round = 0; round < 3000; ++round) {
    std::string line;
    for (std::size_t n = random() % 50; n > 0; --n) line += parts[random() % std::size(parts)];
    const int columns = 8 + static_cast<int>(random() % 40);
    std::uint32_t at = 0;
    for (const CodePiece& piece : wrap_code(line, columns, block_style())) {
      REQUIRE(piece.begin == at);
      REQUIRE((piece.end > piece.begin || line.empty()));
      at = piece.end;
      std::string_view text = std::string_view(line).substr(piece.begin, piece.end - piece.begin);
      while (text.ends_with(' ')) text.remove_suffix(1);
      INFO(line << " on " << columns);
      REQUIRE(piece.indent + column_count(text) <= columns);
    }
    REQUIRE(at == line.size());
  }
}

TEST_CASE("tabs go to the next stop") {
  CHECK(expand_tabs("\ta\tb", 2) == "  a b");
  CHECK(expand_tabs("ab\tc", 4) == "ab  c");
  CHECK(expand_tabs("é\tc", 4) == "é   c");
  CHECK(expand_tabs("日\tc", 4) == "日  c");
  CHECK(expand_tabs("none", 4) == "none");
  // Terminal sequences take no columns.
  HighlightedLine line = highlight("a\x1b[1mb\x1b[0m\tc", "ansi").at(0);
  expand_tabs(line, 4);
  CHECK(line.text == "ab  c");
  REQUIRE(line.tokens.size() == 3);
  CHECK(line.text.substr(line.tokens[2].begin, line.tokens[2].end - line.tokens[2].begin) == "  c");
}

TEST_CASE("where a listing may be split") {
  struct Row {
    const char* before;
    const char* after;
    const char* verdict;
  };
  const Row rows[] = {
      {"", "next();", "best"},        {"}", "next();", "good"},
      {"]);", "next();", "good"},     {"a();", "b();", "plain"},
      {"  }", "  b();", "plain"},     {"if (a) {", "  b();", "bad"},
      {"f(", "  b,", "bad"},          {"  b,", "  c", "bad"},
      {"// says why", "b();", "bad"}, {"@decorated", "class A", "bad"},
      {"# comment", "ls", "bad"},     {"a();", "}", "bad"},
      {"a();", "", "worst"},          {"", "", "worst"},
      {"case 1:", "  b();", "bad"},
  };
  for (const Row& row : rows) {
    const std::vector<double> costs = split_costs({"top", row.before, row.after});
    REQUIRE(costs.size() == 3);
    const double cost = costs[2];
    const std::string verdict = cost < 200          ? "best"
                                : cost < kBreakPoor ? "good"
                                : cost < 100'000    ? "plain"
                                : cost < 400'000    ? "bad"
                                                    : "worst";
    INFO(row.before << " | " << row.after);
    CHECK(verdict == row.verdict);
  }
  CHECK(split_costs({}).empty());
}
