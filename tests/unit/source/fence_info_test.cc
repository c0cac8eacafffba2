#include "source/fence_info.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {
using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
FenceInfo info(std::string_view text) { return parse_fence_info(text).info; }
}  // namespace

TEST_CASE("fence: the language alone, in lower case") {
  CHECK(info("").language == "");
  CHECK(info("JavaScript").language == "javascript");
  CHECK(info("c++").language == "c++");
}

TEST_CASE("fence: title, caption and label") {
  const FenceInfo all = info(R"(js title="my server.js" caption='What "it" shows' {#lst:server})");
  CHECK(all.title == "my server.js");
  CHECK(all.caption == "What \"it\" shows");
  CHECK(all.label == "lst:server");
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
  CHECK(parse_fence_info("js twoslash").unknown.empty());
  CHECK(parse_fence_info("js colour=red").unknown == std::vector<std::string>{"colour=red"});
  CHECK(parse_fence_info("js {5-3}").unknown == std::vector<std::string>{"{5-3}"});
  CHECK(parse_fence_info("js {0}").unknown.size() == 1);
  CHECK(parse_fence_info("js startLine=x").unknown.size() == 1);
  CHECK(parse_fence_info("js {").unknown.size() == 1);
  CHECK(parse_fence_info("js title=\"open").unknown.empty());
}
