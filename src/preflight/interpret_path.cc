// Paths (ISO 32000-1, 8.5): only the box around each is kept, and whether it is one rectangle.
#include "preflight/page_interpreter.h"

namespace nbpublish {
namespace {

// A filled rectangle so many times longer than it is wide is a rule, which many programs draw that way.
constexpr double kBarRatio = 4;
// A rectangle smaller than this in both directions is a dot, or nothing. Points.
constexpr double kDot = 0.05;

}  // namespace

void PageInterpreter::add_point(double x, double y) { path_.add(state_.ctm.x(x, y), state_.ctm.y(x, y)); }

void PageInterpreter::move_or_line(const Operands& o) {
  is_one_rectangle_ = false;
  add_point(number(o, 0), number(o, 1));
}

void PageInterpreter::curve(const Operands& o) {
  is_one_rectangle_ = false;
  for (std::size_t i = 0; i < 6; i += 2) add_point(number(o, i), number(o, i + 1));
}

void PageInterpreter::short_curve(const Operands& o) {
  is_one_rectangle_ = false;
  for (std::size_t i = 0; i < 4; i += 2) add_point(number(o, i), number(o, i + 1));
}

void PageInterpreter::rectangle(const Operands& o) {
  is_one_rectangle_ = path_.is_empty();
  const double x = number(o, 0), y = number(o, 1), width = number(o, 2), height = number(o, 3);
  path_.add(state_.ctm.box(x, y, x + width, y + height));
  const double across = std::abs(width) * state_.ctm.x_scale(), up = std::abs(height) * state_.ctm.y_scale();
  bar_ = std::min(across, up), bar_length_ = std::max(across, up);
}

void PageInterpreter::clip(const Operands&) { clips_ = true; }

void PageInterpreter::end_path(const Operands&) {
  if (clips_) state_.clip = state_.clip.inside(path_);
  path_ = {};
  clips_ = is_one_rectangle_ = false;
}

void PageInterpreter::fill(const Operands& o) {
  paint_fill();
  end_path(o);
}

void PageInterpreter::stroke(const Operands& o) {
  paint_stroke();
  end_path(o);
}

void PageInterpreter::fill_and_stroke(const Operands& o) {
  paint_fill();
  paint_stroke();
  end_path(o);
}

void PageInterpreter::paint_fill() {
  if (path_.is_empty() || path_.inside(state_.clip).is_empty()) return;
  const PaintColour& colour = state_.fill;
  if (colour.space->family == ColourFamily::Pattern) paint_pattern(colour, path_);
  if (!record_.paint(colour, "a fill")) return;
  record_.fill(colour);
  cover(path_, false, "a fill");
  if (is_one_rectangle_ && bar_length_ > kDot && bar_length_ >= kBarRatio * bar_)
    keep_least(record_.facts().least_stroke, bar_, "a filled bar");
}

void PageInterpreter::paint_stroke() {
  const PageBox reached = path_.is_empty() ? path_ : path_.grown(state_.line_width * state_.ctm.most_scale() / 2);
  if (reached.inside(state_.clip).is_empty()) return;
  const PaintColour& colour = state_.stroke;
  if (colour.space->family == ColourFamily::Pattern) paint_pattern(colour, reached);
  if (!record_.paint(colour, "a stroke")) return;
  cover(reached, false, "a stroke");
  keep_least(record_.facts().least_stroke, state_.line_width * state_.ctm.least_scale(), "a stroke");
}

}  // namespace nbpublish
