#include "document/output_of.h"

#include <catch2/catch.hpp>

#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("output is told from code by its language and its place") {
  const auto fence = [](std::string language) {
    CodeBlock code;
    code.info.language = std::move(language);
    return Block{0, {}, std::move(code)};
  };
  for (const char* language : {"output", "stdout", "console", "ansi"}) {
    CHECK(is_output_of(fence("js"), fence(language)));
    CHECK_FALSE(is_output_of(fence(language), fence(language)));
    CHECK_FALSE(is_output_of(paragraph({text("so")}), fence(language)));
  }
  CHECK(is_output_of(fence("console"), fence("output")));
  for (const char* language : {"", "text", "js", "sh", "log"}) CHECK_FALSE(is_output_of(fence("ts"), fence(language)));
  CHECK_FALSE(is_output_of(fence("js"), paragraph({text("so")})));
  Block named = fence("output");
  std::get<CodeBlock>(named.content).info.title = "log.txt";
  CHECK_FALSE(is_output_of(fence("js"), named));
}
