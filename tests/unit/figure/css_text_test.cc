// Style sheets of strangers: read as far as needed, and never to their or our harm.
#include "figure/css_text.h"

#include <catch2/catch.hpp>

#include "figure/svg_cascade.h"

using namespace nbpublish;

namespace {

std::optional<std::string> upper_fill(std::string_view name, std::string_view) {
  return name == "fill" ? std::optional<std::string>("X") : std::nullopt;
}

std::string fill_of(const std::string& content, const char* id) {
  pugi::xml_document document;
  const std::string text = "<svg>" + content + "</svg>";
  REQUIRE(document.load_string(text.c_str()));
  const pugi::xml_node svg = document.document_element();
  const pugi::xml_node element = svg.find_node([&](pugi::xml_node n) { return std::string_view(n.attribute("id").value()) == id; });
  REQUIRE(element);
  return SvgCascade(svg).value(element, "fill");
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

TEST_CASE("cascade: styles before sheets, sheets before attributes, the more specific and the later before the others") {
  CHECK(fill_of("<g fill='a'><text id='t'/></g>", "t") == "a");
  CHECK(fill_of("<g fill='a'><text id='t' fill='inherit'/></g>", "t") == "a");
  CHECK(fill_of("<text id='t'/>", "t").empty());
  CHECK(fill_of("<style>text{fill:b}</style><text id='t' fill='a'/>", "t") == "b");
  CHECK(fill_of("<style>text{fill:b}</style><text id='t' fill='a' style='fill:c'/>", "t") == "c");
  CHECK(fill_of("<style>.k{fill:b} text{fill:c}</style><text id='t' class='j k'/>", "t") == "b");
  CHECK(fill_of("<style>#t{fill:a} .k.j{fill:b} text{fill:c}</style><text id='t' class='j k'/>", "t") == "a");
  CHECK(fill_of("<style>.k{fill:a} .k{fill:b !important}</style><text id='t' class='k'/>", "t") == "b");
  CHECK(fill_of("<style>.k{fill:a}</style><g class='k'><text><tspan id='t'/></text></g>", "t") == "a");
}

TEST_CASE("cascade: selectors of ancestors and parents; others are passed over") {
  CHECK(fill_of("<style>.n text{fill:a}</style><g class='n'><g><text id='t'/></g></g>", "t") == "a");
  CHECK(fill_of("<style>.n > text{fill:a}</style><g class='n'><g><text id='t'/></g></g>", "t").empty());
  CHECK(fill_of("<style>.n > text{fill:a}</style><g class='n'><text id='t'/></g>", "t") == "a");
  CHECK(fill_of("<style>rect,text , x{fill:a}</style><text id='t'/>", "t") == "a");
  CHECK(fill_of("<style>*{fill:a}</style><text id='t'/>", "t") == "a");
  for (const char* other : {"text:hover", "[id]", "a+text", "a~text", "", ">", ".", "#", "text>", ","}) {
    INFO(other);
    CHECK(fill_of("<style>" + std::string(other == std::string(">") ? "&gt;" : other) + "{fill:a}</style><text id='t' class='k' fill='z'/>",
                  "t")
              .size() <= 1);
  }
}
