// The installed styles: they read without complaint and hold what the page design promises.
#include <catch2/catch.hpp>
#include <cmath>

#include "platform/file_system.h"
#include "style/read_style.h"
#include "support/places.h"

using namespace nbpublish;
using namespace nbpublish::literals;

namespace {

Style installed(const char* name) {
  DiagnosticSink sink;
  const auto style = read_style(RealFileSystem(), {{testing::source_path("styles"), ""}}, name, sink);
  REQUIRE(style);
  for (const Diagnostic& d : sink.all()) FAIL_CHECK(d.file << ":" << d.span.line << ": " << d.message);
  return *style;
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

}  // namespace

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
  CHECK(s.head_baseline - s.head.size.scaled(0.73) >= 36_pt);  // height of its capitals
  CHECK(s.trim_height - s.drop_folio_baseline >= 36_pt);
}

TEST_CASE("inner margins are what the outlets ask for") {
  // Amazon KDP's least: pages up to, inches.
  for (const auto& [pages, inches] : {std::pair{150, 0.375}, {300, 0.5}, {500, 0.625}, {700, 0.75}, {828, 0.875}})
    for (const char* name : {"six-by-nine", "large"})
      CHECK(installed(name).inner_margin(static_cast<std::size_t>(pages)) >= Length::pt(inches * 72));
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
