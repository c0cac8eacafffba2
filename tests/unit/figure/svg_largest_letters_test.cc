// How large letters can become: a bound, or infinity where plain sizes and transformations do not decide.
#include "figure/svg_largest_letters.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace nbpublish;

namespace {

double bound(const std::string& content) {
  pugi::xml_document document;
  const std::string svg = "<svg viewBox='0 0 100 100'>" + content + "</svg>";
  REQUIRE(document.load_buffer(svg.data(), svg.size()));
  return bound_of_letters(document.document_element());
}

}  // namespace

TEST_CASE("Plain sizes and transformations bound the letters of a drawing") {
  CHECK(bound("<text>a</text>") == 16);
  CHECK(bound("<text font-size='7'>a</text>") == 16);
  CHECK(bound("<g font-size='40px'><text style='font-size: 30pt'>a</text></g>") == 40);
  CHECK(bound("<style>.big { font-size: 90px; font-family: serif }</style><text class='big'>a</text>") == 90);
  CHECK(bound("<g transform='translate(9 9) scale(3)'><text transform='rotate(45) scale(.5, +2)'>a</text></g>") == 96);
  CHECK(bound("<text transform='matrix(2 0 0 -2 5000 0)'>a</text>") == 64);
  CHECK(bound("<g transform='scale(1000)'><rect/></g><text>a</text>") == 16);
  CHECK(bound("<marker viewBox='0 0 1 1'><path/></marker><text>a</text>") == 16);
  CHECK(bound("<rect/>") == 0);
}

TEST_CASE("Where more decides, letters may be of any size") {
  for (const char* content : {"<text font-size='2em'>a</text>", "<text font-size='200%'>a</text>", "<text font-size='larger'>a</text>",
                              "<text style='font: 20px a'>a</text>", "<text style='transform: scale(9)'>a</text>",
                              "<style>text { transform: scale(9) }</style><text>a</text>", "<use href='#a'/><text id='a'>a</text>",
                              "<marker viewBox='0 0 1 1'><text>a</text></marker>", "<svg viewBox='0 0 1 1'><g><text>a</text></g></svg>",
                              "<text transform='skewX(80)'>a</text>", "<text transform='scale(1e999)'>a</text>",
                              "<text transform='scale'>a</text>", "<style>text { font-size 90px; } { font-size: 9px</style><text>a</text>",
                              "<symbol><text>a</text></symbol>", "<pattern><text>a</text></pattern>"}) {
    INFO(content);
    CHECK(std::isinf(bound(content)));
  }
}
