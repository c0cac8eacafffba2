#include "unit/output_paint/pixels.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

FrameItem item(auto content) { return {kArtifact, 0, 0, 0, std::move(content)}; }

PathSegment move(Length x, Length y) { return {PathSegment::Kind::Move, {Point{x, y}}}; }
PathSegment line(Length x, Length y) { return {PathSegment::Kind::Line, {Point{x, y}}}; }

Path stroke(std::vector<PathSegment> segments, Length width) {
  Path path;
  path.segments = std::move(segments);
  path.width = width;
  return path;
}

}  // namespace

TEST_CASE("a fill covers its rectangle in its role's colour") {
  CHECK(painted(6, 4, {item(Fill{{1_pt, 1_pt, 3_pt, 2_pt}, ColourRole::Text})}) == Rows{"......", ".###..", ".###..", "......"});
  CHECK(painted(3, 1,
                {item(Fill{{0_pt, 0_pt, 1_pt, 1_pt}, ColourRole::Link}), item(Fill{{1_pt, 0_pt, 1_pt, 1_pt}, ColourRole::CodeGround}),
                 item(Fill{{2_pt, 0_pt, 1_pt, 1_pt}, ColourRole::Link})}) == Rows{"brb"});
}

TEST_CASE("a closed path is filled") {
  Path path;
  path.filled = true;
  path.segments = {move(1_pt, 0_pt), line(4_pt, 0_pt), line(4_pt, 2_pt), line(1_pt, 2_pt), {PathSegment::Kind::Close, {}}};
  CHECK(painted(5, 3, {item(path)}) == Rows{".###.", ".###.", "....."});
}

TEST_CASE("a curve reaches its end by its controls") {
  Path path;
  path.filled = true;
  // Controls on the edges of the square: the curve leaves its upper right corner white.
  path.segments = {move(0_pt, 0_pt),
                   {PathSegment::Kind::Curve, {Point{6_pt, 0_pt}, Point{8_pt, 2_pt}, Point{8_pt, 8_pt}}},
                   line(0_pt, 8_pt),
                   {PathSegment::Kind::Close, {}}};
  const Rows rows = painted(8, 8, {item(path)});
  CHECK(rows[0][7] == '.');
  CHECK(rows[7] == "#######?");
  CHECK(rows[4].substr(0, 6) == "######");
}

TEST_CASE("a stroke has its width and keeps off its ends") {
  CHECK(painted(6, 4, {item(stroke({move(1_pt, 2_pt), line(5_pt, 2_pt)}, 2_pt))}) == Rows{"......", ".####.", ".####.", "......"});
}

TEST_CASE("a dashed stroke, and a solid one after it") {
  Path dashed = stroke({move(0_pt, 0.5_pt), line(8_pt, 0.5_pt)}, 1_pt);
  dashed.dash_on = 2_pt;
  dashed.dash_off = 1_pt;
  const Path solid = stroke({move(0_pt, 1.5_pt), line(8_pt, 1.5_pt)}, 1_pt);
  CHECK(painted(8, 2, {item(dashed), item(solid)}) == Rows{"##.##.##", "########"});
}

TEST_CASE("dashes of no length are dots as wide as the stroke") {
  Path dots = stroke({move(2_pt, 2_pt), line(14_pt, 2_pt)}, 4_pt);
  dots.dash_off = 8_pt;
  const Rows rows = painted(16, 4, {item(dots)});
  CHECK(rows[1][1] == '#');
  CHECK(rows[1][6] == '.');
  CHECK(rows[1][9] == '#');
}
