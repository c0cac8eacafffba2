#include "css/css_tokens.h"

#include <catch2/catch.hpp>
#include <vector>

#include "css/css_scanner.h"

using namespace nbpublish;

namespace {

std::vector<std::string> said(std::string_view css) {
  std::vector<std::string> out;
  scan_css(css, [&](const CssDeclaration& d) {
    out.push_back(std::to_string(d.line) + " " + std::string(d.selector) + "{" + d.name + ":" + std::string(d.value));
  });
  return out;
}

}  // namespace

TEST_CASE("css: names are read with their escapes, strings end with their line") {
  std::size_t at = 0;
  CHECK(CssTokens("\\75 RL(x)").name(at) == "url");
  CHECK(at == 6);
  CHECK(CssTokens("'a\\'b'c").past(0) == 6);
  CHECK(CssTokens("'a\nb'").past(0) == 3);
  CHECK(CssTokens("/* ' */x").past(0) == 7);
  CHECK(CssTokens("/* open").past(0) == 7);
}

TEST_CASE("css: what stands in parentheses, strings and comments is passed over") {
  CHECK(CssTokens("url(a;b) ';' /*;*/ ; x").find_outside(0, ";") == 19);
  CHECK(CssTokens("(((;").find_outside(0, ";") == 4);
  CHECK(CssTokens("a { b; c } d").past_statement(0) == 10);
  CHECK(CssTokens("url(it's) x").past_arguments("url", 4) == 9);
}

TEST_CASE("css: declarations with their blocks and lines, names in lower case") {
  using Lines = std::vector<std::string>;
  CHECK(said("Fill : red; x") == Lines{"1 {fill:red"});
  CHECK(said("@media print {\n a, b { COLOR: url(';') } }\nc{}") == Lines{"2 a, b{color:url(';')"});
  CHECK(said("@IMPORT 'x.css';") == Lines{"1 {@import: 'x.css'"});
}
