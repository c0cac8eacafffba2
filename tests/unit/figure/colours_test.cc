// Colours of drawings, turned for dark pages and for black ink.
#include <catch2/catch.hpp>
#include <random>

#include "base/contrast.h"
#include "css/css_colour.h"
#include "figure/dark_colours.h"
#include "figure/gray_colours.h"
#include "picture_themes.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

std::string shown(Rgb c) { return css_text({c, 1}); }

Rgb gray(int value) { return {static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value)}; }

std::vector<Rgb> some_colours(std::size_t count) {
  std::mt19937 random(7);
  std::vector<Rgb> out;
  const auto byte = [&] { return static_cast<std::uint8_t>(random() >> 24); };
  while (out.size() < count) out.push_back({byte(), byte(), byte()});
  return out;
}

}  // namespace

TEST_CASE("dark: colours of the light theme become those of the same role") {
  const Theme light = light_theme(), dark = dark_theme();
  const DarkColours colours(light, dark);
  CHECK(colours(light[ColourRole::Text]) == dark[ColourRole::Text]);
  CHECK(colours(light[ColourRole::Paper]) == dark[ColourRole::Paper]);
  CHECK(colours(light[ColourRole::Link]) == dark[ColourRole::Link]);
  CHECK(colours(light[ColourRole::CodeGround]) == dark[ColourRole::CodeGround]);
  CHECK(colours({0, 0, 0}) == dark[ColourRole::Text]);
}

TEST_CASE("dark: lightness is turned in order, and grays stay gray") {
  const DarkColours colours(light_theme(), dark_theme());
  Rgb before = colours(gray(1));
  for (int value = 2; value <= 254; ++value) {
    const Rgb now = colours(gray(value));
    INFO(value << ": " << shown(now));
    CHECK((now.r == now.g && now.g == now.b));
    CHECK(now.r <= before.r);
    before = now;
  }
  CHECK(colours(gray(1)).r > 220);
  CHECK(colours(gray(254)).r < 32);
}

TEST_CASE("dark: what has a contrast of 7 : 1 keeps it, whatever its hue") {
  const DarkColours colours(light_theme(), dark_theme());
  std::vector<Rgb> all = some_colours(250);
  for (const int value : {0, 0x1a, 0x33, 0x55, 0xbf, 0xe0, 0xed, 0xff}) all.push_back(gray(value));
  std::vector<Rgb> turned;
  for (const Rgb c : all) turned.push_back(colours(c));
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      if (contrast(all[i], all[k]) < 7.1) continue;
      INFO(shown(all[i]) << " on " << shown(all[k]) << " became " << shown(turned[i]) << " on " << shown(turned[k]));
      CHECK(contrast(turned[i], turned[k]) >= 7.0);
    }
}

TEST_CASE("dark: text in middle tones can be read on the dark paper") {
  const DarkColours colours(light_theme(), dark_theme());
  const Rgb paper = dark_theme()[ColourRole::Paper];
  for (const Rgb c : {gray(0x77), gray(0x99), Rgb{0x6b, 0x72, 0x80}, Rgb{0xdc, 0x35, 0x45}}) {
    INFO(shown(c) << " became " << shown(colours.of_text(c)));
    CHECK(contrast(colours.of_text(c), paper) >= 7.0);
  }
  CHECK(colours.of_text(gray(0x33)) == colours(gray(0x33)));
  CHECK(colours.of_text(gray(0xff)) == colours(gray(0xff)));  // it stands on something dark
}

TEST_CASE("dark: hues are kept") {
  const DarkColours colours(light_theme(), dark_theme());
  const Rgb red = colours({0xa0, 0, 0}), green = colours({0, 0x60, 0}), blue = colours({0, 0, 0xc0});
  CHECK((red.r > red.g + 40 && red.r > red.b + 40));
  CHECK((green.g > green.r + 40 && green.g > green.b + 40));
  CHECK((blue.b > blue.r && blue.b > blue.g));
  const Rgb rose = colours({0xff, 0xd0, 0xd0});  // a pale ground becomes a dark one of its hue
  CHECK((rose.r > rose.g && rose.r > rose.b && luminance(rose) < 0.1));
}

TEST_CASE("dark: themes that do not span 7 : 1, or not at all, turn what they can") {
  Theme flat = dark_theme();
  for (Rgb& c : flat.colours) c = gray(100);
  CHECK(DarkColours(light_theme(), flat)(gray(90)) == gray(100));
  const DarkColours back(light_theme(), light_theme());  // not dark at all
  CHECK(back(gray(0x44)).r < back(gray(0xcc)).r);
}

TEST_CASE("gray: the same luminance; tints a press can hold") {
  CHECK(gray_of({255, 255, 255}) == gray(255));
  CHECK(gray_of({0, 0, 0}) == gray(0));
  for (const Rgb c : some_colours(100)) CHECK(luminance(gray_of(c)) == Approx(luminance(c)).margin(0.005));
  CHECK(printed_ground({255, 255, 255}) == gray(255));
  CHECK(printed_ground(gray(252)) == gray(255));
  CHECK(printed_ground(gray(240)) == gray(229));
  CHECK(printed_ground(gray(224)) == gray(224));
  CHECK(printed_ground(gray(0)) == gray(0));
  for (int value = 0; value < 250; ++value) CHECK(printed_ground(gray(value)).r <= 255 * 0.9);
}

TEST_CASE("gray: text is black, or white where it was light") {
  for (const Rgb c : {gray(0), gray(0x55), gray(0x99), Rgb{0x0b, 0x4a, 0x8f}, Rgb{255, 0, 0}}) CHECK(printed_text(c) == gray(0));
  for (const Rgb c : {gray(255), gray(0xe0), Rgb{255, 255, 0}}) CHECK(printed_text(c) == gray(255));
}

TEST_CASE("colours as CSS writes them") {
  const auto read = [](const char* text) {
    const auto colour = parse_css_colour(text);
    return colour ? css_text(*colour) : "none";
  };
  CHECK(read("#0f8") == "#00ff88");
  CHECK(read(" #0B4A8F ") == "#0b4a8f");
  CHECK(read("#0f88") == "rgba(0,255,136,0.533)");
  CHECK(read("#00ff00ff") == "#00ff00");
  CHECK(read("rebeccapurple") == "#663399");
  CHECK(read("LightGoldenrodYellow") == "#fafad2");
  CHECK(read("rgb(255, 0, 10)") == "#ff000a");
  CHECK(read("rgb(100% 50% 0% / 50%)") == "rgba(255,128,0,0.5)");
  CHECK(read("rgba(1,2,3,.25)") == "rgba(1,2,3,0.25)");
  CHECK(read("rgb(300,-5,1e9)") == "#ff00ff");
  CHECK(read("hsl(120, 100%, 25%)") == "#008000");
  CHECK(read("hsl(-120deg 100% 50%)") == "#0000ff");
  CHECK(read("hsla(0,0%,50%,0.5)") == "rgba(128,128,128,0.5)");
  for (const char* none : {"",
                           "none",
                           "currentColor",
                           "transparent",
                           "inherit",
                           "url(#a)",
                           "#",
                           "#12",
                           "#12345",
                           "#ggg",
                           "#-12",
                           "rgb()",
                           "rgb(1,2)",
                           "rgb(1,2,3,4,5)",
                           "rgb(a,b,c)",
                           "rgb(nan,inf,0)",
                           "rgb(1,2,3",
                           "lab(50% 0 0)",
                           "hsl(1turn,50%,50%)",
                           "\xff\xfe",
                           "white black"})
    CHECK(read(none) == "none");
}

TEST_CASE("colours inside values are mapped, the rest stays") {
  const auto black = [](Rgb) { return Rgb{}; };
  CHECK(map_colours("red", black) == "#000000");
  CHECK(map_colours("url(#g) white", black) == "url(#g) #000000");
  CHECK(map_colours("rgb(1, 2, 3)!important", black) == "#000000!important");
  CHECK(map_colours("rgba(9,9,9,.5)", black) == "rgba(0,0,0,0.5)");
  CHECK(map_colours(" none ", black) == " none ");
  CHECK(map_colours("context-fill", black) == "context-fill");
  CHECK(has_transparent_colour("#fff8"));
  CHECK_FALSE(has_transparent_colour("#fff"));
}
