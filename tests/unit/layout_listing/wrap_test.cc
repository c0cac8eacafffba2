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

// Pieces as they stand on the page: their indent as dots, a comment's mark that is only drawn in ‹›.
Strings wrapped(std::string_view line, int columns, std::string_view language = "js") {
  const HighlightedLine highlighted = highlight(line, language).at(0);
  Strings out;
  for (const CodePiece& piece : wrap_code(highlighted, columns, block_style())) {
    const auto indent = static_cast<std::size_t>(piece.indent) - piece.ghost.size();
    out.push_back(std::string(indent, '.') + (piece.ghost.empty() ? "" : "‹" + piece.ghost + "›") +
                  highlighted.text.substr(piece.begin, piece.end - piece.begin));
  }
  return out;
}

}  // namespace

TEST_CASE("code that fits is one piece") {
  CHECK(wrapped("short", 20) == Strings{"short"});
  CHECK(wrapped("", 20) == Strings{""});
  CHECK(wrapped("exactly twenty chars", 20) == Strings{"exactly twenty chars"});
}

TEST_CASE("a comment behind code that does not fit moves whole") {
  CHECK(wrapped("console.log(a.same(b)); // false: it has changed", 30) ==
        Strings{"console.log(a.same(b)); ", "....// false: it has changed"});
  CHECK(wrapped("total = sum(values)  # of all that are left", 30, "python") ==
        Strings{"total = sum(values)  ", "....# of all that are left"});
  // It stays behind the last row of its code if there is room.
  CHECK(wrapped("const total = await sumOfAll(values, weights); // 12", 30) ==
        Strings{"const total = await sumOfAll(", "....values, weights); // 12"});
  // Too long for one row, it is filled like any comment.
  CHECK(wrapped("done(); // the longer story of how it came to be so", 30) ==
        Strings{"done(); ", "....// the longer story of ", "....‹// ›how it came to be so"});
}

TEST_CASE("a comment goes on behind its own mark, in rows of nearly one length") {
  CHECK(wrapped("// Represent it as Base64 - common for transport in text", 50) ==
        Strings{"// Represent it as Base64 - ", "‹// ›common for transport in text"});
  CHECK(wrapped("  #  one two three four five", 24, "python") == Strings{"  #  one two three ", "..‹#  ›four five"});
  // Lines inside a block comment have its star; what has no mark of its own is indented as code is.
  const auto inner = highlight("/*\n * A helper that runs and times it\n */", "js").at(1);
  const std::vector<CodePiece> pieces = wrap_code(inner, 24, block_style());
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[1].ghost == "* ");
  CHECK(pieces[1].indent == 3);
  CHECK(wrapped("/* one two three four five six */", 20) == Strings{"/* one two three ", "....four five six */"});
  // A word longer than a row is broken at the column.
  CHECK(wrapped("// aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 20) == Strings{"// aaaaaaaaaaaaaaaaa", "‹// ›aaaaaaaaaaaaa"});
}

TEST_CASE("rows of a comment differ by no more than a word asks for") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string line = "// ";
    const std::size_t words = 12 + random() % 12;
    for (std::size_t i = 0; i < words; ++i) line += std::string(2 + random() % 4, 'x') + (i + 1 < words ? " " : "");
    int longest = 0, shortest = 1'000;
    for (const CodePiece& piece : wrap_code(highlight(line, "js").at(0), 67, block_style())) {
      std::string_view text = std::string_view(line).substr(piece.begin, piece.end - piece.begin);
      while (text.ends_with(' ')) text.remove_suffix(1);
      const int columns = column_count(text) + (piece.begin == 0 ? 0 : 3);
      longest = std::max(longest, columns), shortest = std::min(shortest, columns);
    }
    INFO(line);
    CHECK(longest <= 67);
    CHECK(longest - shortest <= 8);
  }
}

TEST_CASE("code breaks where the fewest brackets are open, and leaves more than a scrap") {
  CHECK(wrapped("const point = odd ? flat(i, i) : deep(i, i, i);", 44) ==
        Strings{"const point = odd ? flat(i, i) : ", "....deep(i, i, i);"});
  CHECK(wrapped("salt = hash('sha512', salt, 1000).toString('hex');", 40) ==
        Strings{"salt = hash('sha512', salt, 1000)", ".....toString('hex');"});
  CHECK(wrapped("const files = await list('/src', { deep: true });", 45) ==
        Strings{"const files = ", "....await list('/src', { deep: true });"});
  CHECK(wrapped("if (system === 'linux' && path.startsWith('/proc/')) {", 52) ==
        Strings{"if (system === 'linux' && ", "....path.startsWith('/proc/')) {"});
  // A call's argument stays whole where it fits below the call, rather than a string being cut.
  CHECK(wrapped("console.log('Shutting down the server now...');", 44) ==
        Strings{"console.log(", "....'Shutting down the server now...');"});
  // A name is not cut at its dot, nor an operator sent away from what it assigns.
  CHECK(wrapped("const raw = read.file('/sys/fs/memory.max');", 40) == Strings{"const raw = ", "....read.file('/sys/fs/memory.max');"});
  CHECK(wrapped("} else if (first.value === second.value) {", 36) == Strings{"} else if (first.value === ", "....second.value) {"});
  // Nothing in the words of an unknown language is taken for a member.
  CHECK(wrapped("see the manual of server.js and others", 24, "text") == Strings{"see the manual of ", "....server.js and others"});
}

TEST_CASE("no good place: at the column, with enough left behind it") {
  CHECK(wrapped("a bbbbbbbbbbbbbbbbbbbbb", 12) == Strings{"a bbbbbbbbbb", "....bbb", "....bbbbbbbb"});
  CHECK(wrapped("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)};", 34) == Strings{"aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "....aaaaa)};"});
}

TEST_CASE("the line's own indent counts, but half of the columns remain") {
  CHECK(wrapped("  return aaaa, bbbb, cccccc", 16) == Strings{"  return aaaa, ", "......bbbb, ", "......cccccc"});
  CHECK(wrapped("          aaaa, bbbb, cccc", 16) == Strings{"          aaaa, ", "........bbbb, ", "........cccc"});
}

TEST_CASE("spaces at a break stay with the piece before it, even past the edge") {
  CHECK(wrapped("aaaaaaaaaa   bbbbbbbb", 12) == Strings{"aaaaaaaaaa   ", "....bbbbbbbb"});
  CHECK(wrapped("aaaaaaaaaa     ", 10) == Strings{"aaaaaaaaaa     "});
}

TEST_CASE("characters are counted, not bytes") {
  CHECK(wrapped("ééééé éééééééé", 12) == Strings{"ééééé ", "....éééééééé"});
  CHECK(wrapped("éééééééé", 8).size() == 1);
  // Wide characters are two columns, and no column is divided.
  CHECK(wrapped("日日日日日日日日", 13) == Strings{"日日日日", "....日日日日"});
  CHECK(wrapped("日日日日", 8).size() == 1);
}

TEST_CASE("pieces add up to the line and fit, whatever the line") {
  std::mt19937 random(99);
  const char* const parts[] = {"a",
                               "foo",
                               " ",
                               "  ",
                               ",",
                               "(",
                               ")",
                               "'",
                               "é",
                               "=>",
                               "&&",
                               ".",
                               "=",
                               "veryLongIdentifier",
                               "\xE2\x94\x80",
                               "日",
                               "\U0001F680",
                               "\u2714\uFE0F",
                               "//",
                               "// ",
                               "/*",
                               "*/",
                               "return "};
  for (int round = 0; round < 3000; ++round) {
    std::string line;
    for (std::size_t n = random() % 50; n > 0; --n) line += parts[random() % std::size(parts)];
    const int columns = 8 + static_cast<int>(random() % 40);
    std::uint32_t at = 0;
    for (const CodePiece& piece : wrap_code(highlight(line, "js").at(0), columns, block_style())) {
      REQUIRE(piece.begin == at);
      REQUIRE(piece.indent >= static_cast<int>(piece.ghost.size()));
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
