#include "cover/shape_pen.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace nbpublish {
namespace {

constexpr double kUnitsAcross = 1320, kUnitsDown = 960;
constexpr double kQuarter = std::numbers::pi / 2;

}  // namespace

ShapePen::ShapePen(CoverSheet& sheet, const Rect& box) : sheet_(sheet), box_(box) {
  unit_ = std::max(0.0, std::min(box.width.points() / kUnitsAcross, box.height.points() / kUnitsDown));
  if (unit_ > 0) width_ = box.width.points() / unit_, height_ = box.height.points() / unit_;
}

Length ShapePen::length(double units) const { return Length::pt(units * unit_); }
Point ShapePen::at(double x, double y) const { return {box_.x + length(x), box_.y + length(y)}; }

void ShapePen::move(double x, double y) { segments_.push_back({PathSegment::Kind::Move, {at(x, y)}}); }
void ShapePen::line(double x, double y) {
  if (!segments_.empty() && segments_.back().kind == PathSegment::Kind::Line) {  // a new stroke: one that turned would be mitred
    corners_.push_back(end_of_line_);
    move(end_of_line_.x, end_of_line_.y);
  }
  segments_.push_back({PathSegment::Kind::Line, {at(x, y)}});
  end_of_line_ = {x, y};
}
void ShapePen::curve(double x1, double y1, double x2, double y2, double x, double y) {
  segments_.push_back({PathSegment::Kind::Curve, {at(x1, y1), at(x2, y2), at(x, y)}});
}

void ShapePen::stroke(double width, ColourRole colour) {
  Path path;
  path.segments = std::exchange(segments_, {});
  path.colour = colour;
  path.width = length(width);
  sheet_.draw(std::move(path));
  for (const Corner& corner : std::exchange(corners_, {})) dot(corner.x, corner.y, width / 2, colour);
}

// Cubic curves of at most a quarter: 4/3 tan(a/4) is the length of their handles on a circle of radius 1.
void ShapePen::add_arc(double x, double y, double radius, double start, double sweep) {
  const int pieces = std::max(1, static_cast<int>(std::ceil(sweep / kQuarter)));
  const double step = sweep / pieces, handle = radius * 4 / 3 * std::tan(step / 4);
  move(x + radius * std::cos(start), y + radius * std::sin(start));
  for (int i = 0; i < pieces; ++i, start += step) {
    const double end = start + step;
    const double x0 = x + radius * std::cos(start), y0 = y + radius * std::sin(start);
    const double x3 = x + radius * std::cos(end), y3 = y + radius * std::sin(end);
    curve(x0 - handle * std::sin(start), y0 + handle * std::cos(start), x3 + handle * std::sin(end), y3 - handle * std::cos(end), x3, y3);
  }
}

void ShapePen::arc(double x, double y, double radius, double start, double sweep, double width, ColourRole colour) {
  add_arc(x, y, radius, start, sweep);
  stroke(width, colour);
}

void ShapePen::dot(double x, double y, double radius, ColourRole colour) {
  add_arc(x, y, radius, 0, kQuarter * 4);
  Path path;
  path.segments = std::exchange(segments_, {});
  path.segments.push_back({PathSegment::Kind::Close, {}});
  path.colour = colour;
  path.filled = true;
  sheet_.draw(std::move(path));
}

void ShapePen::rectangle(double x, double y, double width, double height, ColourRole colour) {
  const Point corner = at(x, y);
  sheet_.fill({corner.x, corner.y, length(width), length(height)}, colour);
}

}  // namespace nbpublish
