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
std::string broken_again(std::string_view row, const auto& breaks) {
  std::string text(row);
  std::erase(text, '|');
  return marked(text, breaks(text));
}

Breaks in_prose(std::string_view code) { return code_breaks(code, kProseCode); }
Breaks in_column(std::string_view code) { return code_breaks(code, kNarrowCode); }

}  // namespace

TEST_CASE("prose breaks by Unicode's algorithm") {
  for (const char* row : {"one |two  |three", "a |well-|known |state-|of-|the-|art |thing", "the |loop|—|or", "node\u00A022 |is",
                          "(see |below), |then", "“quoted |words” |end.", "either/|or", "10,000 |requests", "v22.1.0 |and |3.5",
                          "$5 |or |50%", "e.g. |this", "soft\u00AD|hyphen", "zero\u200B|width", "no\u2060break", "x", ""})
    CHECK(broken_again(row, prose_breaks) == row);
}

TEST_CASE("code in prose breaks after / : ( , = and :: and spaces, and before a member's dot") {
  for (const char* row : {"internal/|streams/|index", "readable|.pause(|callback)", "stream.pipeline(|source)",
                          "std::vector::|iterator::|type", "npm |install |express", "foo(bar,|baz,|quux,|more)", "require(|'./lib/|index')",
                          "127.0.0.1:|8080/|health", "https://|example|.org/|path", "readFile()|.then(|finished)", "something|.__proto__"})
    CHECK(broken_again(row, in_prose) == row);
}

TEST_CASE("in a column code breaks in names, too, and phrases from 12 characters") {
  for (const char* row :
       {"node_|modules/|express", "process|.memoryUsage", "max-|old-|space-|size", "NODE_|OPTIONS=|value", "foo|.__proto__"})
    CHECK(broken_again(row, in_column) == row);
  CHECK(in_column("process.env").empty());
  CHECK_FALSE(in_column("process.envs").empty());
}

TEST_CASE("punctuation that opens a word stays with it, and runs of it stay whole") {
  for (const char* row : {"node |--inspect-brk x", "npm |install |--save-dev", "cat |./library/|index.mjs", "fn(first, |...rest, |last)",
                          "const |__dirname |= x", "x => |x * |2222 |+ 22222", "offset |-5000000000000"})
    CHECK(broken_again(row, in_prose) == row);
}

TEST_CASE("a name in prose is never cut below 28 characters, a phrase never below 18") {
  for (const char* row :
       {"PACKED_ELEMENTS_KIND_OF_ALL", "max-old-space-size-in-bytes", "process.env.PATH1", "npm install flask", "größe_größe"})
    CHECK(in_prose(row).empty());
  CHECK(broken_again("PACKED_DOUBLE_|ELEMENTS_|KIND_OF", in_prose) == "PACKED_DOUBLE_|ELEMENTS_|KIND_OF");
  CHECK(broken_again("npm install |express", in_prose) != "npm install express");
}

TEST_CASE("a word of code is not broken behind less than 8 characters, nor before a short member") {
  CHECK(in_prose("Buffer.from(arrayBuffer").size() == 1);  // behind the bracket
  for (const char* row : {"/var/run/|docker.sock", "node |./simulator.json |now", "process.memory|.rss()"})
    CHECK(broken_again(row, in_prose) == row);
  CHECK(broken_again("Readable|.from(|generator)", in_prose) == "Readable|.from(|generator)");
  CHECK(broken_again("await Buffer.from(|something)", in_prose) != "await Buffer|.from(|something)");
}

TEST_CASE("camelCase words come apart only in names of 28 characters and more") {
  const auto camel_case = [](std::string_view code) { return camel_case_breaks(code, kProseCode); };
  for (const char* row : {"getHeapSpaceStatisticsOfAll", "promises.readFileUtf8.readFileUtf8", "os.availableParallelism().toString()", "",
                          "termination|Grace|Period|Seconds", "x(get|Heap|Space|Statistics|From|Engine)"})
    CHECK(broken_again(row, camel_case) == row);
  const auto in_columns = [](std::string_view code) { return camel_case_breaks(code, kNarrowCode); };
  for (const char* row : {"os.available|Parallelism()", "Readable.toString()", "process.memory|Usage()", "getHeapLen()"})
    CHECK(broken_again(row, in_columns) == row);
}

TEST_CASE("code breaks keep 3 characters on each side and stand between characters") {
  std::mt19937 random(20240601);
  const std::string alphabet[] = {"a", "B", "c", "D", "1", "/", ".", "_", "-", ":", "(", ",", "=", " ", ")", "é", "→"};
  for (int i = 0; i < 3000; ++i) {
    std::string code;
    for (std::size_t n = random() % 40; n > 0; --n) code += alphabet[random() % std::size(alphabet)];
    std::uint32_t last = 0;
    for (const std::uint32_t at : in_column(code)) {
      INFO(code << " at " << at);
      REQUIRE(at > last);
      last = at;
      REQUIRE((static_cast<unsigned char>(code[at]) & 0xC0) != 0x80);
      REQUIRE(count_code_points(std::string_view(code).substr(0, at)) >= 3);
      REQUIRE(count_code_points(std::string_view(code).substr(at)) >= 3);
    }
  }
}
