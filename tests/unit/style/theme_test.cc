// The colours of the installed styles: what their themes promise to readers' eyes (WCAG 2) and to the printer.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "platform/file_system.h"
#include "style/read_style.h"
#include "support/places.h"

using namespace nbpublish;

namespace {

Style installed(const std::string& name) {
  DiagnosticSink sink;
  const auto style = read_style(RealFileSystem(), {{testing::source_path("styles"), ""}}, name, sink);
  REQUIRE(style);
  CHECK(sink.all().empty());
  return *style;
}

// Relative luminance and contrast of WCAG 2.1.
double luminance(Rgb colour) {
  const auto linear = [](int byte) {
    const double c = byte / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}
double contrast(Rgb a, Rgb b) {
  const auto [low, high] = std::minmax({luminance(a), luminance(b)});  // by value
  return (high + 0.05) / (low + 0.05);
}

constexpr ColourRole kTextRoles[] = {ColourRole::Text,        ColourRole::Secondary, ColourRole::Link,           ColourRole::Keyword,
                                     ColourRole::String,      ColourRole::Number,    ColourRole::Comment,        ColourRole::Function,
                                     ColourRole::Type,        ColourRole::Property,  ColourRole::Added,          ColourRole::Removed,
                                     ColourRole::AlertNote,   ColourRole::AlertTip,  ColourRole::AlertImportant, ColourRole::AlertWarning,
                                     ColourRole::AlertCaution};

constexpr ColourRole kGrounds[] = {ColourRole::Paper,       ColourRole::CodeGround,    ColourRole::MarkedGround,
                                   ColourRole::AddedGround, ColourRole::RemovedGround, ColourRole::HeadGround};

constexpr const char* kStyles[] = {"six-by-nine", "large", "a4"};

void check_contrast(const Theme& theme, ColourRole role, double least) {
  for (const ColourRole ground : kGrounds) {
    INFO("role " << static_cast<int>(role) << " on ground " << static_cast<int>(ground));
    CHECK(contrast(theme[role], theme[ground]) >= least);
  }
}

}  // namespace

TEST_CASE("the contrast formula gives the known ends of its scale") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21.0));
  CHECK(contrast({0x77, 0x77, 0x77}, {255, 255, 255}) == Approx(4.478).margin(0.001));
}

TEST_CASE("every text and code role has 7:1 on every ground, in light and in dark; icons have its colours") {
  for (const char* name : kStyles) {
    const Style style = installed(name);
    for (const Theme* theme : {&style.light, &style.dark})
      for (const ColourRole role : kTextRoles) check_contrast(*theme, role, 7.0);
  }
}

TEST_CASE("rules have 3:1 on every ground, in light and in dark") {
  for (const char* name : kStyles) {
    const Style style = installed(name);
    for (const Theme* theme : {&style.light, &style.dark}) check_contrast(*theme, ColourRole::Rule, 3.0);
  }
}

TEST_CASE("the dark theme is dark, and its panels for pictures are light") {
  for (const char* name : kStyles) {
    const Theme dark = installed(name).dark;
    for (const ColourRole ground : kGrounds) CHECK(luminance(dark[ground]) < 0.05);
    CHECK(luminance(dark[ColourRole::PicturePanel]) > 0.85);
  }
}

TEST_CASE("print sets text and rules in pure black, on paper and on tints a press can hold") {
  for (const char* name : kStyles) {
    const Theme print = installed(name).print;
    for (const ColourRole role : kTextRoles) CHECK(print[role] == Rgb{0, 0, 0});
    CHECK(print[ColourRole::Rule] == Rgb{0, 0, 0});
    CHECK(print[ColourRole::Paper] == Rgb{255, 255, 255});
    CHECK(print[ColourRole::PicturePanel] == Rgb{255, 255, 255});
    for (const ColourRole ground : kGrounds) {
      const Rgb c = print[ground];
      const long k = std::lround(100 - c.r / 2.55);
      CHECK((c.r == c.g && c.g == c.b));
      CHECK((k == 0 || k == 12 || k == 25));  // black text stands on it
    }
  }
}
