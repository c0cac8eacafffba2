#include "cover/motif.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "cover/cover_colours.h"
#include "cover/shape_pen.h"

namespace nbpublish {
namespace {

// The event loop: rings with a gap, and a task on each.
void draw_loop(ShapePen& pen) {
  const double cx = pen.width() / 2, cy = pen.height() / 2;
  for (int ring = 0; ring < 5; ++ring) {
    const double radius = 110 + 85 * ring, start = 0.9 * ring, sweep = 2 * std::numbers::pi * (0.80 - 0.05 * ring);
    pen.arc(cx, cy, radius, start, sweep, 22, kCoverMid);
    pen.dot(cx + radius * std::cos(start + sweep), cy + radius * std::sin(start + sweep), 30, kCoverLight);
  }
}

// Threads: lines side by side that hand something over.
void draw_threads(ShapePen& pen) {
  constexpr int kThreads = 7;
  const double inset = 34, step = (pen.width() - 2 * inset) / (kThreads - 1);
  for (int thread = 0; thread < kThreads; ++thread) {
    const double x = inset + step * thread, middle = pen.height() * (0.2 + 0.6 * ((thread * 3) % kThreads) / kThreads);
    pen.move(x, 0);
    pen.line(x, pen.height());
    if (thread + 1 < kThreads) {
      pen.move(x, middle);
      pen.curve(x + step / 2, middle, x + step / 2, middle + 90, x + step, middle + 90);
    }
    pen.stroke(22, kCoverMid);
    pen.dot(x, middle, 34, kCoverLight);
  }
}

struct StackFrame {
  double x, width;
  int row, seed;
};

// The callees of a frame as shares of its width; what they leave is the frame's own time.
std::vector<double> callees(int seed) {
  switch (seed % 4) {
    case 0:
      return {0.55, 0.36};
    case 1:
      return {0.30, 0.24, 0.38};
    case 2:
      return {0.86};
    default:
      return {0.42, 0.47};
  }
}

// A flame graph: every frame stands on its caller.
void draw_stack_frame(ShapePen& pen, const StackFrame& frame) {
  constexpr int kRows = 8;
  constexpr double kNarrowest = 34, kGap = 6;
  if (frame.row == kRows || frame.width < kNarrowest) return;
  const double height = pen.height() / kRows;
  pen.rectangle(frame.x + kGap, pen.height() - height * (frame.row + 1) + kGap, frame.width - 2 * kGap, height - 2 * kGap,
                (frame.seed + frame.row) % 3 == 0 ? kCoverLight : kCoverMid);
  double x = frame.x;
  int seed = frame.seed * 3;
  for (const double share : callees(frame.seed)) {
    draw_stack_frame(pen, {x, frame.width * share, frame.row + 1, ++seed});
    x += frame.width * share;
  }
}

void draw_flames(ShapePen& pen) { draw_stack_frame(pen, {0, pen.width(), 0, 1}); }

// A pulse with one incident.
void draw_pulse(ShapePen& pen) {
  constexpr std::array<double, 14> kValues = {.12, .16, .11, .18, .14, .20, .92, .61, .78, .35, .24, .15, .18, .13};
  constexpr std::size_t kPeak = 6;
  const double step = pen.width() / (kValues.size() - 1);
  const auto x = [&](std::size_t i) { return step * static_cast<double>(i); };
  const auto y = [&](std::size_t i) { return pen.height() * (1 - kValues[i]); };
  for (int line = 0; line <= 4; ++line) {
    pen.move(0, pen.height() * line / 4);
    pen.line(pen.width(), pen.height() * line / 4);
  }
  pen.stroke(6, kCoverMid);
  pen.move(x(0), y(0));
  for (std::size_t i = 1; i < kValues.size(); ++i) pen.line(x(i), y(i));
  pen.stroke(26, kCoverLight);
  pen.dot(x(kPeak), y(kPeak), 44, kCoverWhite);
}

}  // namespace

CoverMotif cover_motif(const Volume& volume) {
  return volume.motif.value_or(static_cast<CoverMotif>((std::max(volume.number, 1) - 1) % kCoverMotifs));
}

void draw_motif(CoverSheet& sheet, CoverMotif motif, const Rect& box) {
  using Draw = void (*)(ShapePen&);
  static constexpr std::array<Draw, kCoverMotifs> kDrawings = {draw_loop, draw_threads, draw_flames, draw_pulse};
  ShapePen pen(sheet, box);
  if (pen.width() > 0) kDrawings[static_cast<std::size_t>(motif)](pen);
}

}  // namespace nbpublish
