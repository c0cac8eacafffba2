#include "layout/listing/ghost_mark.h"

#include <array>
#include <span>

namespace nbpublish {
namespace {

// A stroke in the cell of a character: x in parts of the column, y in parts of the size above the baseline.
struct Stroke {
  double x, y, to_x, to_y;
};
constexpr std::array kSlash = {Stroke{0.14, -0.08, 0.90, 0.76}};
constexpr std::array kHash = {Stroke{0.22, 0, 0.42, 0.72}, Stroke{0.58, 0, 0.78, 0.72}, Stroke{0.10, 0.23, 0.88, 0.23},
                              Stroke{0.14, 0.49, 0.92, 0.49}};
constexpr std::array kStar = {Stroke{0.50, 0.14, 0.50, 0.58}, Stroke{0.17, 0.25, 0.83, 0.47}, Stroke{0.17, 0.47, 0.83, 0.25}};
constexpr double kStroke = 0.07;  // of the size, as light as the code's own marks

std::span<const Stroke> strokes_of(char mark) {
  if (mark == '/') return kSlash;
  if (mark == '#') return kHash;
  if (mark == '*') return kStar;
  return {};
}

}  // namespace

Path ghost_mark(std::string_view mark, Point left, Length column, Length size) {
  using Kind = PathSegment::Kind;
  Path path;
  path.colour = ColourRole::Secondary;
  path.width = size.scaled(kStroke);
  for (const char c : mark) {
    const auto point = [&](double x, double y) { return Point{left.x + column.scaled(x), left.y - size.scaled(y)}; };
    for (const Stroke& stroke : strokes_of(c)) {
      path.segments.push_back({Kind::Move, {point(stroke.x, stroke.y)}});
      path.segments.push_back({Kind::Line, {point(stroke.to_x, stroke.to_y)}});
    }
    left.x += column;
  }
  return path;
}

}  // namespace nbpublish
