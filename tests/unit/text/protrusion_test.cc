// Protrusion: what hangs into the margin, measured from the faces.
#include "text/protrusion.h"

#include <catch2/catch.hpp>

#include "support/simple_text.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("small marks hang further than tall ones, letters not at all") {
  const FontLibrary& fonts = project_fonts();
  const FontId serif = fonts.find("Source Serif 4", 400, false);
  const auto right = [&](char32_t c) { return protrusion_of(fonts, serif, c).right; };
  CHECK(right(U'.') > right(U'!'));
  CHECK(right(U',') > right(U';') * 0.9);
  CHECK(right(U'-') > right(U'—') / 4);
  CHECK(right(U'”') > 0.1);
  for (const char32_t letter : {U'a', U'W', U'5', U'é', U'中', U'\u00AD'}) {
    CHECK(right(letter) == 0);
    CHECK(protrusion_of(fonts, serif, letter).left == 0);
  }
}

TEST_CASE("marks that open hang to the left, marks that close to the right") {
  const FontLibrary& fonts = project_fonts();
  const FontId serif = fonts.find("Source Serif 4", 400, false);
  CHECK(protrusion_of(fonts, serif, U'“').left > 0.1);
  CHECK(protrusion_of(fonts, serif, U'(').left > 0);
  CHECK(protrusion_of(fonts, serif, U'(').right == 0);
  CHECK(protrusion_of(fonts, serif, U')').right > 0);
  CHECK(protrusion_of(fonts, serif, U')').left == 0);
  CHECK(protrusion_of(fonts, serif, U'.').left == 0);
}

TEST_CASE("it follows the face: less than the mark's advance, and other in another face") {
  const FontLibrary& fonts = project_fonts();
  const FontId serif = fonts.find("Source Serif 4", 400, false), sans = fonts.find("Inter", 400, false);
  CHECK(protrusion_of(fonts, serif, U',').right != protrusion_of(fonts, sans, U',').right);
  for (const FontId font : {serif, sans})
    for (const char32_t c : {U'.', U',', U'-', U'“', U'…'}) CHECK(protrusion_of(fonts, font, c).right < 0.3);
}
