#include "unit/output_paint/pixels.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

// A full block fills its cell: position, size and colour of glyphs can be read from pixels.
FrameItem blocks(const std::string& text, Point origin, Length size, ColourRole colour = ColourRole::Text) {
  return {kArtifact, 0, 0, 0, text_run(project_fonts().find("JetBrains Mono", 400, false), size, origin, text, colour)};
}

int count(const Rows& rows, char wanted) {
  int n = 0;
  for (const std::string& row : rows) n += static_cast<int>(std::count(row.begin(), row.end(), wanted));
  return n;
}

}  // namespace

TEST_CASE("glyphs stand on their baseline, at their size, in their colour") {
  const Rows small = painted(40, 40, {blocks("\u2588", {10_pt, 25_pt}, 10_pt)});
  const Rows large = painted(40, 40, {blocks("\u2588", {10_pt, 25_pt}, 20_pt)});
  CHECK(small[20][12] == '#');
  CHECK(small[20][9] == '.');
  CHECK(count(large, '#') > 3 * count(small, '#'));
  CHECK(count(painted(40, 40, {blocks("\u2588", {10_pt, 25_pt}, 10_pt, ColourRole::Link)}), 'b') > 20);
}

TEST_CASE("face, size and colour change from run to run and back") {
  const Rows rows = painted(60, 30,
                            {blocks("\u2588", {5_pt, 20_pt}, 10_pt), blocks("\u2588", {20_pt, 20_pt}, 12_pt, ColourRole::Link),
                             blocks("\u2588", {40_pt, 20_pt}, 10_pt)});
  CHECK(rows[15][8] == '#');
  CHECK(rows[15][23] == 'b');
  CHECK(rows[15][43] == '#');
}

TEST_CASE("glyph offsets count from the run's origin, y downward") {
  FrameItem item = blocks("\u2588", {10_pt, 20_pt}, 10_pt);
  std::get<GlyphRun>(item.content).glyphs[0].x = static_cast<std::int32_t>((15_pt).units());
  std::get<GlyphRun>(item.content).glyphs[0].y = static_cast<std::int32_t>((10_pt).units());
  const Rows rows = painted(40, 40, {item});
  CHECK(rows[25][28] == '#');
  CHECK(rows[15][12] == '.');
}

TEST_CASE("clusters without bytes and glyphs, and runs without glyphs, draw nothing and break nothing") {
  FrameItem item = blocks("\u2588", {10_pt, 20_pt}, 10_pt);
  auto& run = std::get<GlyphRun>(item.content);
  run.clusters.insert(run.clusters.begin(), {0, 0});
  CHECK(painted(40, 40, {item}) == painted(40, 40, {blocks("\u2588", {10_pt, 20_pt}, 10_pt)}));
  CHECK(count(painted(40, 40, {{kArtifact, 0, 0, 0, GlyphRun{}}}), '#') == 0);
}

TEST_CASE("a turned run reads upward from its origin; what follows is upright again") {
  FrameItem turned = blocks("\u2588\u2588\u2588", {20_pt, 35_pt}, 10_pt, ColourRole::Link);
  std::get<GlyphRun>(turned.content).turn = Turn::Left;
  const Rows rows = painted(60, 40, {turned, blocks("\u2588", {40_pt, 25_pt}, 10_pt)});
  CHECK(rows[33][15] == 'b');
  CHECK(rows[20][15] == 'b');  // the third block, above
  CHECK(rows[37][15] == '.');
  CHECK(rows[33][28] == '.');  // an upright run would stand here
  CHECK(rows[20][42] == '#');
}

TEST_CASE("a run that is turned right reads downward from its origin") {
  FrameItem turned = blocks("\u2588\u2588\u2588", {20_pt, 5_pt}, 10_pt);
  std::get<GlyphRun>(turned.content).turn = Turn::Right;
  const Rows rows = painted(60, 40, {turned});
  CHECK(rows[7][25] == '#');
  CHECK(rows[20][25] == '#');  // the third block, below
  CHECK(rows[7][15] == '.');   // turned left it would stand here
  CHECK(rows[2][25] == '.');
}
