// Style sheets of strangers: read as far as needed, and never to their or our harm.
#include "css/css_text.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

std::optional<std::string> upper_fill(std::string_view name, std::string_view) {
  return name == "fill" ? std::optional<std::string>("X") : std::nullopt;
}

}  // namespace

TEST_CASE("css: declarations are changed in place, everything else kept byte for byte") {
  CHECK(change_declarations("fill:red", upper_fill) == "fill:X");
  CHECK(change_declarations(" Fill : red ;; stroke: blue; fill:url(a;b) ", upper_fill) == " Fill : X ;; stroke: blue; fill:X ");
  CHECK(change_declarations("content:\"fill:red;\"; x", upper_fill) == "content:\"fill:red;\"; x");
  CHECK(change_sheet("a{fill:red} b , c { stroke : x; fill : y }", upper_fill) == "a{fill:X} b , c { stroke : x; fill : X }");
  CHECK(change_sheet("@media print{ a{fill:red} } b{fill:c}", upper_fill) == "@media print{ a{fill:X} } b{fill:X}");
  CHECK(change_sheet("a::after{content:'}';fill:red}", upper_fill) == "a::after{content:'}';fill:X}");
}

TEST_CASE("css: what is malformed stays as it is") {
  for (const char* text : {"", "{", "}", "}{", "{{{{", "fill", "fill:", ":", ";", ":;:;", "fill:;", "a{fill", "a{fill:red", "a{'",
                           "a{\"fill:red}", "((((", "))))", "!", "!!!"}) {
    INFO(text);
    CHECK(change_sheet(text, [](std::string_view, std::string_view) { return std::nullopt; }) == text);
    CHECK(change_declarations(text, [](std::string_view, std::string_view) { return std::nullopt; }) == text);
  }
  CHECK(change_declarations("fill:", upper_fill) == "fill:");
  CHECK(change_declarations("fill:(((red", upper_fill) == "fill:X");
}

TEST_CASE("css: any cut of a sheet is read without harm") {
  const std::string sheet = "@media x{.a > b#c{fill:url(#d) 'e' !important;}} f,g{stroke:rgb(1 , 2,3)}";
  for (std::size_t begin = 0; begin < sheet.size(); ++begin)
    for (std::size_t end = begin; end <= sheet.size(); ++end) {
      const std::string cut = sheet.substr(begin, end - begin);
      std::string joined;
      for (const std::string_view word : css_words(cut)) joined += word;
      CHECK(joined == cut);
      CHECK(change_sheet(cut, [](std::string_view, std::string_view value) { return std::string(value); }) == cut);
    }
}
