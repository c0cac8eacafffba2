#include "figure/svg_cascade.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

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
