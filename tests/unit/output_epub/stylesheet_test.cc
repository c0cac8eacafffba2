#include <regex>

#include "epub_fixture.h"
#include "highlight/highlight.h"

using namespace nbpublish;
using namespace nbpublish::test;

TEST_CASE("the stylesheet keeps the house's rules") {
  const std::string css = SampleBook().input.stylesheet;
  CHECK(css.size() > 4000);
  CHECK(css.size() < 12 * 1024);
  CHECK(css.find("!important") == std::string::npos);
  CHECK_FALSE(std::regex_search(css, std::regex("[0-9](px|pt|cm|mm|in|rem|vh|vw)\\b")));
  CHECK_FALSE(
      std::regex_search(css, std::regex("(body|\\np) \\{[^}]*(line-height|color|text-align|background)")));
}

TEST_CASE("every token class has its colour or weight under a ground of its own") {
  const std::string css = SampleBook().input.stylesheet;
  const std::size_t dark = css.find("prefers-color-scheme: dark");
  REQUIRE(dark != std::string::npos);
  for (const TokenKind kind : {TokenKind::Keyword, TokenKind::String, TokenKind::Number, TokenKind::Comment,
                               TokenKind::Function, TokenKind::Type, TokenKind::Property, TokenKind::Prompt,
                               TokenKind::Added, TokenKind::Removed, TokenKind::AnsiInverse}) {
    const std::string rule = "pre ." + std::string(css_class(kind)) + " { color:";
    INFO(rule);
    CHECK(css.find(rule) < dark);
    CHECK(css.find(rule, dark) != std::string::npos);
  }
  CHECK(css.find("background-color: #1B1F25", dark) != std::string::npos);
}
