#include <cctype>
#include <cstdlib>
#include <set>

#include "base/contrast.h"
#include "epub_fixture.h"
#include "highlight/highlight.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

// Whether a number in `css` carries the unit, as in "12px".
bool uses_unit(std::string_view css, std::string_view unit) {
  for (std::size_t at = css.find(unit); at != std::string_view::npos; at = css.find(unit, at + 1)) {
    const std::size_t after = at + unit.size();
    if (at > 0 && std::isdigit(static_cast<unsigned char>(css[at - 1])) && !std::isalnum(static_cast<unsigned char>(css[after])))
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

// The colour that the first rule for `selector` in `css` gives `property`, or `otherwise`.
Rgb colour_in(std::string_view css, std::string_view selector, std::string_view property, Rgb otherwise) {
  const std::size_t rule = css.find(std::string(selector) + " {");
  if (rule == std::string_view::npos) return otherwise;
  const std::string_view body = css.substr(rule, css.find('}', rule) - rule);
  const std::size_t at = body.find(" " + std::string(property) + ": #");
  if (at == std::string_view::npos) return otherwise;
  const std::string hex(body.substr(at + property.size() + 4, 6));
  const unsigned long value = std::strtoul(hex.c_str(), nullptr, 16);
  return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U & 0xFFU),
          static_cast<std::uint8_t>(value & 0xFFU)};
}

std::size_t count_of(std::string_view css, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = css.find(word); at != std::string_view::npos; at = css.find(word, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the stylesheet keeps the house's rules") {
  const std::string css = SampleBook().input.stylesheet;
  CHECK(css.size() > 4000);
  CHECK(css.size() < 12 * 1024);
  CHECK(css.find("!important") == std::string::npos);
  CHECK(uses_unit(css, "em"));
  for (const char* unit : {"px", "pt", "cm", "mm", "in", "rem", "vw"}) CHECK_FALSE(uses_unit(css, unit));
  // Nothing else is as high as a page; a picture in a line is as high as that.
  CHECK(count_of(css, "vh;") + 1 == count_of(css, "; max-height: ") + count_of(css, "{ max-height: "));
  CHECK(rule_of(css, "img.icon").find("max-height: 1.35em") != std::string_view::npos);
  for (const char* fixed : {"line-height", "color", "text-align", "background"}) {
    CHECK(rule_of(css, "body").find(fixed) == std::string_view::npos);
    CHECK(rule_of(css, "p").find(fixed) == std::string_view::npos);
  }
}

TEST_CASE("every token class has its colour or weight under a ground of its own") {
  const std::string css = SampleBook().input.stylesheet;
  const std::size_t dark = css.find("prefers-color-scheme: dark");
  REQUIRE(dark != std::string::npos);
  for (const TokenKind kind :
       {TokenKind::Keyword, TokenKind::String, TokenKind::Number, TokenKind::Comment, TokenKind::Function, TokenKind::Type,
        TokenKind::Property, TokenKind::Prompt, TokenKind::Added, TokenKind::Removed, TokenKind::AnsiInverse}) {
    const std::string rule = "pre ." + std::string(css_class(kind)) + " { color:";
    INFO(rule);
    CHECK(css.find(rule) < dark);
    CHECK(css.find(rule, dark) != std::string::npos);
  }
  CHECK(css.find("background-color: #1B1F25", dark) != std::string::npos);
}

TEST_CASE("every token stands at 7 : 1 or more on its ground, in the light scheme and in the dark one") {
  const std::string css = SampleBook().input.stylesheet;
  const std::size_t dark = css.find("@media (prefers-color-scheme: dark)");
  for (const std::string_view scheme : {std::string_view(css).substr(css.find("\npre {"), dark), std::string_view(css).substr(dark)}) {
    const Rgb text = colour_in(scheme, "pre", "color", {}), ground = colour_in(scheme, "pre", "background-color", {});
    const Rgb marked = colour_in(scheme, "pre .marked", "background-color", ground);
    CHECK(contrast(text, ground) >= 7);
    CHECK(contrast(colour_in(scheme, "pre.numbered .line::before", "color", text), marked) >= 7);
    for (const TokenKind kind :
         {TokenKind::Keyword, TokenKind::String, TokenKind::Number, TokenKind::Comment, TokenKind::Function, TokenKind::Type,
          TokenKind::Property, TokenKind::Prompt, TokenKind::Added, TokenKind::Removed, TokenKind::AnsiInverse}) {
      const std::string rule = "pre ." + std::string(css_class(kind));
      INFO(rule);
      const Rgb colour = colour_in(scheme, rule, "color", text);
      CHECK(contrast(colour, colour_in(scheme, rule, "background-color", ground)) >= 7);
      CHECK(contrast(colour, colour_in(scheme, rule, "background-color", marked)) >= 7);
    }
  }
}

TEST_CASE("the rules of alerts have a colour each, at 3 : 1 or more on light, sepia and dark pages, told or not") {
  const std::string css = SampleBook().input.stylesheet;
  const std::string_view dark = std::string_view(css).substr(css.find("@media (prefers-color-scheme: dark)"));
  std::set<Rgb> colours;
  for (const char* kind : {"note", "tip", "important", "warning", "caution"}) {
    const std::string selector = "aside." + std::string(kind);
    INFO(selector);
    const Rgb rule = colour_in(css, "\n" + selector, "border-color", {});
    colours.insert(rule);
    for (const Rgb page : {Rgb{255, 255, 255}, Rgb{0xF4, 0xEC, 0xD8}, Rgb{0x1C, 0x1C, 0x1E}, Rgb{0, 0, 0}})
      CHECK(contrast(rule, page) >= 3);
    CHECK(dark.find(selector) == std::string_view::npos);
  }
  CHECK(colours.size() == 5);
  CHECK(rule_of(css, "aside.joined").find("border-bottom-width: 0") != std::string_view::npos);
  CHECK(rule_of(css, "aside.joined + aside").find("margin-top: 0") != std::string_view::npos);
  CHECK(css.find("aside.joined {") > css.find("aside.warning {"));  // the later of equal weight counts
}

TEST_CASE("colours that the reader sets reach links and breaks, and links keep a line") {
  const std::string css = SampleBook().input.stylesheet;
  CHECK(rule_of(css, "a").find("color: inherit") != std::string_view::npos);
  CHECK(rule_of(css, "a").find("text-decoration: underline") != std::string_view::npos);
  CHECK(rule_of(css, "hr").find("color: inherit") != std::string_view::npos);
  CHECK(css.find("a.back") == std::string::npos);
}

TEST_CASE("long words break, code wraps with a mark that is no text, and its numbers are not spoken") {
  const std::string css = SampleBook().input.stylesheet;
  CHECK(rule_of(css, "body").find("overflow-wrap: break-word") != std::string_view::npos);
  CHECK(rule_of(css, "pre").find("white-space: pre-wrap; overflow-wrap: anywhere") != std::string_view::npos);
  CHECK(css.find("background-image: repeating-linear-gradient(") != std::string::npos);
  CHECK(css.find("content: counter(line) / \"\"") != std::string::npos);
}

TEST_CASE("what a callout says stands beside its number, in all its lines") {
  const std::string css = SampleBook().input.stylesheet;
  CHECK(rule_of(css, "ol.key li").find("padding-left: 1.6em; text-indent: -1.6em") != std::string_view::npos);
  CHECK(rule_of(css, "ol.key .back").find("display: inline-block; min-width: 1.35em") != std::string_view::npos);
}

TEST_CASE("only prose may be hyphenated") {
  const std::string css = SampleBook().input.stylesheet;
  CHECK(css.find("hyphens: auto") == std::string::npos);  // the reader's choice
  for (const char* rule : {"code", "table"}) CHECK(rule_of(css, rule).find("hyphens: none") != std::string_view::npos);
  CHECK(rule_of(css, "h1, h2, h3, h4, h5, h6").find("hyphens: none") != std::string_view::npos);
  CHECK(rule_of(css, "pre").find("hyphens: none") != std::string_view::npos);
}
