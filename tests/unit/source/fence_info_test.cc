#include "source/fence_info.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {
using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Strings = std::vector<std::string>;
FenceInfo info(std::string_view text) { return parse_fence_info(text).info; }
// "offset attribute" of what was not understood.
Strings unknown(std::string_view text) {
  Strings out;
  for (const auto& [begin, end] : parse_fence_info(text).unknown)
    out.push_back(std::to_string(begin) + " " + std::string(text.substr(begin, end - begin)));
  return out;
}
}  // namespace

TEST_CASE("fence: the language alone, in lower case") {
  CHECK(info("").language == "");
  CHECK(info("JavaScript").language == "javascript");
  CHECK(info("c++").language == "c++");
}

TEST_CASE("fence: title, caption and label") {
  const ParsedFenceInfo all = parse_fence_info(R"(js title="my server.js" caption='What "it" shows' {#lst:server})");
  CHECK(all.info.title == "my server.js");
  CHECK(all.caption == "What \"it\" shows");
  CHECK(all.info.label == "lst:server");
  CHECK(info(R"(title="a.txt")").language == "");
  CHECK(info(R"(title="a.txt")").title == "a.txt");
}

TEST_CASE("fence: marked lines") {
  CHECK(info("js {3}").marked == Ranges{{3, 3}});
  CHECK(info("js {1, 3-5}").marked == Ranges{{1, 1}, {3, 5}});
  CHECK(info("js{2}").language == "js");
  CHECK(info("js{2}").marked == Ranges{{2, 2}});
  CHECK(info("{2}").language == "");
}

TEST_CASE("fence: line numbers and the first of them") {
  CHECK(info("js showLineNumbers").line_numbers);
  CHECK(info("js lineNumbers").line_numbers);
  CHECK_FALSE(info("js showLineNumbers=false").line_numbers);
  CHECK(info("js showLineNumbers=10").first_line == 10);
  CHECK(info("js showLineNumbers={10}").first_line == 10);
  CHECK(info("js startLine=7").first_line == 7);
  CHECK_FALSE(info("js startLine=7").line_numbers);
}

TEST_CASE("fence: attributes in one pair of braces") {
  const FenceInfo all = info(R"({.js #lst:a title="b"})");
  CHECK(all.language == "js");
  CHECK(all.label == "lst:a");
  CHECK(all.title == "b");
}

TEST_CASE("fence: what is not understood is named, what is harmless is not") {
  CHECK(unknown("js twoslash").empty());
  CHECK(unknown("js colour=red") == Strings{"3 colour=red"});
  CHECK(unknown("js {5-3}") == Strings{"3 {5-3}"});
  CHECK(unknown("js {0}") == Strings{"3 {0}"});
  CHECK(unknown("js startLine=x") == Strings{"3 startLine=x"});
  CHECK(unknown("js {") == Strings{"3 {"});
  CHECK(unknown("js title=\"open").empty());
}

TEST_CASE("fence: what is not understood is named with its place, inside a pair of braces too") {
  CHECK(unknown("js  title='a b' colour=red x=y") == Strings{"16 colour=red", "27 x=y"});
  CHECK(unknown("{.js #lst:a colour=red title=\"b\" x=y}") == Strings{"12 colour=red", "33 x=y"});
  CHECK(unknown("js {3, 5-x}") == Strings{"3 {3, 5-x}"});
  CHECK(unknown("js colour= red") == Strings{"3 colour= red"});
}
