#include <cctype>

#include "epub_fixture.h"
#include "highlight/highlight.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

// Whether a number in `css` carries the unit, as in "12px".
bool uses_unit(std::string_view css, std::string_view unit) {
  for (std::size_t at = css.find(unit); at != std::string_view::npos; at = css.find(unit, at + 1)) {
    const std::size_t after = at + unit.size();
    if (at > 0 && std::isdigit(static_cast<unsigned char>(css[at - 1])) &&
        !std::isalnum(static_cast<unsigned char>(css[after])))
      return true;
  }
  return false;
}

// The declarations of the rule that begins a line with `selector`.
std::string_view rule_of(std::string_view css, const std::string& selector) {
  const std::size_t begin = css.find("\n" + selector + " {");
  REQUIRE(begin != std::string_view::npos);
  return css.substr(begin, css.find('}', begin) - begin);
}

}  // namespace

TEST_CASE("the stylesheet keeps the house's rules") {
  const std::string css = SampleBook().input.stylesheet;
  CHECK(css.size() > 4000);
  CHECK(css.size() < 12 * 1024);
  CHECK(css.find("!important") == std::string::npos);
  CHECK(uses_unit(css, "em"));
  for (const char* unit : {"px", "pt", "cm", "mm", "in", "rem", "vh", "vw"})
    CHECK_FALSE(uses_unit(css, unit));
  for (const char* fixed : {"line-height", "color", "text-align", "background"}) {
    CHECK(rule_of(css, "body").find(fixed) == std::string_view::npos);
    CHECK(rule_of(css, "p").find(fixed) == std::string_view::npos);
  }
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
