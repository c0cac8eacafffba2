// ShapePen: figures of a motif, in units that the box gives.
#pragma once

#include <vector>

#include "cover/cover_sheet.h"

namespace nbpublish {

// A unit is 1/1320 of the box's width or 1/960 of its height, whichever is less; y grows downward from the top left.
class ShapePen {
 public:
  ShapePen(CoverSheet& sheet, const Rect& box);

  double width() const { return width_; }
  double height() const { return height_; }

  void dot(double x, double y, double radius, ColourRole colour);
  // Angles in radians, from the right, clockwise.
  void arc(double x, double y, double radius, double start, double sweep, double stroke, ColourRole colour);
  void rectangle(double x, double y, double width, double height, ColourRole colour);

  // A line, drawn by stroke(). Its corners are round: the points of mitred ones would reach out of the drawing.
  void move(double x, double y);
  void line(double x, double y);
  void curve(double x1, double y1, double x2, double y2, double x, double y);
  void stroke(double width, ColourRole colour);

 private:
  Point at(double x, double y) const;
  Length length(double units) const;
  void add_arc(double x, double y, double radius, double start, double sweep);

  CoverSheet& sheet_;
  Rect box_;
  double unit_ = 0, width_ = 0, height_ = 0;
  std::vector<PathSegment> segments_;
  struct Corner {
    double x, y;
  };
  Corner end_of_line_{};         // the last one
  std::vector<Corner> corners_;  // where straight lines of the path meet
};

}  // namespace nbpublish
