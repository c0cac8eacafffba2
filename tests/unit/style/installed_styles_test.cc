// The installed styles: they read without complaint and hold what the page design promises.
#include <catch2/catch.hpp>
#include <cmath>

#include "base/colour.h"
#include "platform/file_system.h"
#include "style/read_style.h"

using namespace nbpublish;
using namespace nbpublish::literals;

namespace {

Style installed(const char* name) {
  DiagnosticSink sink;
  const auto style = read_style(RealFileSystem(), {{NBP_SOURCE_DIR "/styles", ""}}, name, sink);
  REQUIRE(style);
  for (const Diagnostic& d : sink.all()) FAIL_CHECK(d.file << ":" << d.span.line << ": " << d.message);
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

int code_columns(const Style& s) {
  return static_cast<int>(std::floor((s.measure - s.code_indent).points() / (0.6 * s.code.size.points())));
}

bool on_grid(Length height, const Style& s) { return height.units() % s.leading.units() == 0; }

void check_type(const TextStyle& type) {
  CHECK(type.size >= 7_pt);
  CHECK(type.leading >= type.size);
}
void check_type(const auto&) {}

constexpr ColourRole kTextRoles[] = {
    ColourRole::Text,        ColourRole::Secondary, ColourRole::Link,           ColourRole::Keyword,
    ColourRole::String,      ColourRole::Number,    ColourRole::Comment,        ColourRole::Function,
    ColourRole::Type,        ColourRole::Property,  ColourRole::Added,          ColourRole::Removed,
    ColourRole::AlertNote,   ColourRole::AlertTip,  ColourRole::AlertImportant, ColourRole::AlertWarning,
    ColourRole::AlertCaution};

}  // namespace

TEST_CASE("the contrast formula gives the known ends of its scale") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21.0));
  CHECK(contrast({0x77, 0x77, 0x77}, {255, 255, 255}) == Approx(4.478).margin(0.001));
}

TEST_CASE("every text role has 7:1 on page, code and marked ground") {
  const Theme theme = installed(GENERATE("six-by-nine", "large", "a4")).light;
  for (const ColourRole role : kTextRoles)
    for (const ColourRole ground : {ColourRole::Paper, ColourRole::CodeGround, ColourRole::MarkedGround}) {
      INFO("role " << static_cast<int>(role) << " on ground " << static_cast<int>(ground));
      CHECK(contrast(theme[role], theme[ground]) >= 7.0);
    }
}

TEST_CASE("diffs and titles keep 7:1 on their own grounds") {
  const Theme theme = installed("six-by-nine").light;
  for (const ColourRole role : kTextRoles) {
    INFO("role " << static_cast<int>(role));
    CHECK(contrast(theme[role], theme[ColourRole::AddedGround]) >= 7.0);
    CHECK(contrast(theme[role], theme[ColourRole::RemovedGround]) >= 7.0);
  }
  CHECK(contrast(theme[ColourRole::Text], theme[ColourRole::HeadGround]) >= 7.0);
  CHECK(contrast(theme[ColourRole::Secondary], theme[ColourRole::HeadGround]) >= 7.0);
}

TEST_CASE("rules have 3:1 on the grounds they stand on") {
  const Theme theme = installed("six-by-nine").light;
  for (const ColourRole ground : {ColourRole::Paper, ColourRole::CodeGround, ColourRole::MarkedGround})
    CHECK(contrast(theme[ColourRole::Rule], theme[ground]) >= 3.0);
}

TEST_CASE("six-by-nine holds the numbers of the page design") {
  const Style s = installed("six-by-nine");
  CHECK(s.name == "six-by-nine");
  CHECK(s.trim_width == 432_pt);
  CHECK(s.trim_height == 648_pt);
  CHECK(s.measure == 324_pt);
  CHECK(s.trim_height - s.top - s.leading * s.lines == 62_pt);
  CHECK(s.text.size == 9.5_pt);
  CHECK(s.family(FontFamily::Mono) == "JetBrains Mono");
  CHECK(s.opener_standfirst.italic);
  CHECK(code_columns(s) == 67);
}

TEST_CASE("large extends six-by-nine and holds 74 columns of code") {
  const Style s = installed("large");
  CHECK(s.trim_width == 540_pt);
  CHECK(s.trim_height - s.top - s.leading * s.lines == 54.5_pt);
  CHECK(s.family_serif == "Source Serif 4");
  CHECK(s.table_gap == 8_pt);
  CHECK(code_columns(s) == 74);
}

TEST_CASE("a4 has a book's measure and holds 80 columns of code") {
  const Style s = installed("a4");
  CHECK(abs(s.trim_width - Length::pt(210 / 25.4 * 72)) < 0.001_pt);
  CHECK(abs(s.trim_height - Length::pt(297 / 25.4 * 72)) < 0.001_pt);
  CHECK(code_columns(s) >= 80);
}

TEST_CASE("the installed styles keep 36 to every edge, and widen the spine with the page count") {
  const Style s = installed(GENERATE("six-by-nine", "large", "a4"));
  Length before;
  for (const InnerMargin& row : s.inner_margins) {
    const auto pages = static_cast<std::size_t>(row.most_pages);
    CHECK(s.inner_margin(pages) > before);
    CHECK(s.outer_margin(pages) >= 36_pt);
    before = s.inner_margin(pages);
  }
  CHECK(s.head_baseline - s.head.size.scaled(0.73) >= 36_pt);   // height of its capitals
  CHECK(s.trim_height - s.drop_folio_baseline >= 36_pt);
}

TEST_CASE("inner margins are what the outlets ask for") {
  // Amazon KDP's least: pages up to, inches.
  for (const auto& [pages, inches] : {std::pair{150, 0.375}, {300, 0.5}, {500, 0.625}, {700, 0.75}, {828, 0.875}})
    for (const char* name : {"six-by-nine", "large"}) CHECK(installed(name).inner_margin(static_cast<std::size_t>(pages)) >= Length::pt(inches * 72));
}

TEST_CASE("headings take whole lines, and five code lines four lines of the grid") {
  const Style s = installed(GENERATE("six-by-nine", "large", "a4"));
  CHECK(on_grid(s.h2_before + s.h2.leading + s.h2_after, s));
  CHECK(on_grid(s.h3_before + s.h3.leading + s.h3_after, s));
  CHECK(on_grid(s.h4_before + s.h4.leading + s.h4_after, s));
  CHECK(abs(s.code.leading * 5 - s.leading * 4) <= Length::raw(8));
  CHECK(abs(s.note.leading * 5 - s.leading * 4) <= Length::raw(8));
  CHECK(s.code.leading.points() <= 1.52 * s.code.size.points());  // box drawing joins without gaps
}

TEST_CASE("no type is smaller than an outlet accepts") {
  const Style s = installed(GENERATE("six-by-nine", "large", "a4"));
#define NBP_X(type, member, key, text) \
  INFO(key);                           \
  check_type(s.member);
  NBP_STYLE_KEYS(NBP_X)
#undef NBP_X
}
