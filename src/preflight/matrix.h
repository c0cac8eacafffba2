// Matrices and boxes in points of the page, y upward, as PDF counts (ISO 32000-1, 8.3). Real numbers and not
// Length: they are another program's, and are only measured.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace nbpublish {

// An upright rectangle; empty until a point is put into it.
struct PageBox {
  double x0 = std::numeric_limits<double>::infinity(), y0 = x0, x1 = -x0, y1 = -x0;

  bool is_empty() const { return !(x0 <= x1 && y0 <= y1); }
  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  void add(double x, double y) { x0 = std::min(x0, x), y0 = std::min(y0, y), x1 = std::max(x1, x), y1 = std::max(y1, y); }
  void add(const PageBox& o) { x0 = std::min(x0, o.x0), y0 = std::min(y0, o.y0), x1 = std::max(x1, o.x1), y1 = std::max(y1, o.y1); }
  PageBox inside(const PageBox& o) const {
    PageBox both;
    both.x0 = std::max(x0, o.x0), both.y0 = std::max(y0, o.y0);
    both.x1 = std::min(x1, o.x1), both.y1 = std::min(y1, o.y1);
    return both;
  }
  PageBox grown(double by) const {
    PageBox larger = *this;
    larger.x0 -= by, larger.y0 -= by, larger.x1 += by, larger.y1 += by;
    return larger;
  }
  static PageBox everything() {
    const double most = std::numeric_limits<double>::infinity();
    PageBox box;
    box.x0 = box.y0 = -most, box.x1 = box.y1 = most;
    return box;
  }
};

// (x, y) becomes (ax + cy + e, bx + dy + f).
struct PdfMatrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  // First this, then `o`.
  PdfMatrix then(const PdfMatrix& o) const {
    return {a * o.a + b * o.c, a * o.b + b * o.d, c * o.a + d * o.c, c * o.b + d * o.d, e * o.a + f * o.c + o.e, e * o.b + f * o.d + o.f};
  }
  double x(double px, double py) const { return a * px + c * py + e; }
  double y(double px, double py) const { return b * px + d * py + f; }
  double x_scale() const { return std::hypot(a, b); }  // length of what was (1, 0)
  double y_scale() const { return std::hypot(c, d); }
  // The least and the most that a length is scaled by in any direction: the singular values.
  double least_scale() const { return scale(-1); }
  double most_scale() const { return scale(1); }
  PageBox box(double x0, double y0, double x1, double y1) const {
    PageBox out;
    out.add(x(x0, y0), y(x0, y0)), out.add(x(x1, y0), y(x1, y0));
    out.add(x(x0, y1), y(x0, y1)), out.add(x(x1, y1), y(x1, y1));
    return out;
  }

 private:
  double scale(double sign) const {
    const double sum = (a * a + b * b + c * c + d * d) / 2;
    const double determinant = a * d - b * c;
    return std::sqrt(std::max(0.0, sum + sign * std::sqrt(std::max(0.0, sum * sum - determinant * determinant))));
  }
};

}  // namespace nbpublish
