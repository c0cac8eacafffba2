// Break opportunities as tables: | stands where a line may begin.
#include <catch2/catch.hpp>
#include <random>

#include "base/utf8.h"
#include "text/line_breaks.h"

using namespace nbpublish;

namespace {

using Breaks = std::vector<std::uint32_t>;

std::string marked(std::string_view text, const Breaks& breaks) {
  std::string out(text);
  for (std::size_t i = breaks.size(); i-- > 0;) out.insert(breaks[i], "|");
  return out;
}

// The table's row without its marks, broken again.
std::string broken_again(std::string_view row, Breaks (*breaks)(std::string_view)) {
  std::string text(row);
  std::erase(text, '|');
  return marked(text, breaks(text));
}

}  // namespace

TEST_CASE("prose breaks by Unicode's algorithm") {
  for (const char* row : {"one |two  |three", "a |well-|known |state-|of-|the-|art |thing", "the |loop|—|or", "node\u00A022 |is",
                          "(see |below), |then", "“quoted |words” |end.", "either/|or", "10,000 |requests", "v22.1.0 |and |3.5",
                          "$5 |or |50%", "e.g. |this", "soft\u00AD|hyphen", "zero\u200B|width", "no\u2060break", "x", ""})
    CHECK(broken_again(row, prose_breaks) == row);
}

TEST_CASE("code breaks after / . _ - : ( , = and :: and spaces, and before a member's dot") {
  for (const char* row :
       {"node_|modules/|express", "lib/|internal/|streams", "process|.memoryUsage", "stream|.pipeline(|source", "std::|vector::|iterator",
        "max-|old-|space-|size", "NODE_|OPTIONS=|value", "npm |install |express", "foo(|bar,|baz,|quux)", "require(|'./lib')",
        "127.|0.0.|1:8080", "https://|example|.org/|path", "foo.|__proto__", "readFile().|then(|done)"})
    CHECK(broken_again(row, code_breaks) == row);
}

TEST_CASE("punctuation that opens a word stays with it, and runs of it stay whole") {
  for (const char* row : {"node |--inspect-|brk", "npm |install |--save-|dev", "cat |./lib/|index|.mjs", "fn(|first, |...rest)",
                          "const |__dirname", "x => |x * |2222", "a.b|.c |=== |undefined", "offset |-5000000"})
    CHECK(broken_again(row, code_breaks) == row);
}

TEST_CASE("a code phrase of fewer than 12 characters never breaks") {
  for (const char* row : {"process.env", "npm run dev", "a/b/c/d/e/f", "", "x", "größe_größe"}) CHECK(code_breaks(row).empty());
  CHECK_FALSE(code_breaks("process.envs").empty());
}

TEST_CASE("camelCase words come apart only in pieces longer than 20 characters") {
  for (const char* row :
       {"getHeapSpaceStatisti", "promises|.readFileUtf8", "readFile|.readFileSync|.readFile", "x.readFileSync|.readFiles"})
    CHECK(broken_again(row, code_breaks) == row);
  for (const char* row :
       {"get|Heap|Space|Statistics|From|Engine", "x(get|Heap|Space|Statistics|From|Engine)", "v8.|get|Heap|Space|Statistics|.total|.of"})
    CHECK(broken_again(row, code_breaks) == row);
}

TEST_CASE("camelCase words of shorter pieces come apart where nothing else helps") {
  for (const char* row : {"os.available|Parallelism()", "get|Heap|Space|Statistics|From|Engine", "Readable.toString()",
                          "process.memory|Usage()", "isDirectory()", "x.y", ""})
    CHECK(broken_again(row, camel_case_breaks) == row);
}

TEST_CASE("code breaks keep 3 characters on each side and stand between characters") {
  std::mt19937 random(20240601);
  const std::string alphabet[] = {"a", "B", "c", "D", "1", "/", ".", "_", "-", ":", "(", ",", "=", " ", ")", "é", "→"};
  for (int i = 0; i < 3000; ++i) {
    std::string code;
    for (std::size_t n = random() % 40; n > 0; --n) code += alphabet[random() % std::size(alphabet)];
    std::uint32_t last = 0;
    for (const std::uint32_t at : code_breaks(code)) {
      INFO(code << " at " << at);
      REQUIRE(at > last);
      last = at;
      REQUIRE((static_cast<unsigned char>(code[at]) & 0xC0) != 0x80);
      REQUIRE(count_code_points(std::string_view(code).substr(0, at)) >= 3);
      REQUIRE(count_code_points(std::string_view(code).substr(at)) >= 3);
    }
  }
}
