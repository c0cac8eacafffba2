#include <catch2/catch.hpp>

#include "base/contrast.h"
#include "base/parse_colour.h"

using namespace nbpublish;

namespace {

constexpr Rgb kBlack{0, 0, 0}, kWhite{255, 255, 255};

}  // namespace

TEST_CASE("contrast is that of WCAG 2, in either order") {
  CHECK(luminance(kBlack) == 0);
  CHECK(luminance(kWhite) == Approx(1));
  CHECK(contrast(kBlack, kWhite) == Approx(21));
  CHECK(contrast(kWhite, kBlack) == Approx(21));
  CHECK(contrast(kWhite, kWhite) == Approx(1));
  CHECK(contrast({0x77, 0x77, 0x77}, kWhite) == Approx(4.48).margin(0.005));  // just below what AA asks
  CHECK(contrast({0x76, 0x76, 0x76}, kWhite) == Approx(4.54).margin(0.005));  // just above
  CHECK(luminance({0, 255, 0}) > luminance({255, 0, 0}));
  CHECK(luminance({255, 0, 0}) > luminance({0, 0, 255}));
}

TEST_CASE("sRGB's transfer function and its inverse") {
  for (int i = 0; i <= 255; ++i) CHECK(srgb_of_light(light_of_srgb(i / 255.0)) == Approx(i / 255.0).margin(1e-6));
  CHECK(light_of_srgb(0) == 0);
  CHECK(light_of_srgb(1) == Approx(1));
  CHECK(light_of_srgb(0.5) == Approx(0.2140).margin(0.0001));
}

TEST_CASE("a colour is a # and six digits of either case, and nothing else is one") {
  CHECK(parse_colour("#014A75") == Rgb{0x01, 0x4A, 0x75});
  CHECK(parse_colour("#ffffff") == kWhite);
  for (const char* text : {"", "#", "#fff", "014A75", "#014A7", "#014A755", "#01 A75", "#-14A75", "#0x4A75", "#014A7g", "##14A75"}) {
    INFO(text);
    CHECK_FALSE(parse_colour(text));
  }
}
