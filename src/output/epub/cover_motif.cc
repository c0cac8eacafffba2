#include "output/epub/cover_motif.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace nbpublish {
namespace {

constexpr std::array<CoverColours, 4> kColours = {{
    {{0x01, 0x4A, 0x75}, {0x61, 0x9A, 0xD1}, {0x9D, 0xCA, 0xFE}},
    {{0x00, 0x52, 0x35}, {0x59, 0xA4, 0x80}, {0x8A, 0xD6, 0xB0}},
    {{0x74, 0x33, 0x2A}, {0xCE, 0x82, 0x75}, {0xFF, 0xB4, 0xA7}},
    {{0x59, 0x3A, 0x6C}, {0xAC, 0x89, 0xC1}, {0xDF, 0xB9, 0xF3}},
}};

std::size_t index_of(int volume) {
  return static_cast<std::size_t>(std::max(volume, 1) - 1) % kColours.size();
}

struct Panel {
  double x, y, width, height;
};

void dot(cairo_t* cairo, double x, double y, double radius) {
  cairo_new_path(cairo);
  cairo_arc(cairo, x, y, radius, 0, 2 * std::numbers::pi);
  cairo_fill(cairo);
}

// The event loop: rings with a gap, and a task on each.
void draw_loop(CoverCanvas& canvas, const CoverColours& colours, const Panel& panel) {
  cairo_t* cairo = canvas.cairo();
  const double cx = panel.x + panel.width / 2, cy = panel.y + panel.height / 2;
  for (int ring = 0; ring < 5; ++ring) {
    const double radius = 110 + 85 * ring, start = 0.9 * ring,
                 sweep = 2 * std::numbers::pi * (0.80 - 0.05 * ring);
    canvas.set_colour(colours.mid);
    cairo_set_line_width(cairo, 22);
    cairo_new_path(cairo);
    cairo_arc(cairo, cx, cy, radius, start, start + sweep);
    cairo_stroke(cairo);
    canvas.set_colour(colours.light);
    dot(cairo, cx + radius * std::cos(start + sweep), cy + radius * std::sin(start + sweep), 30);
  }
}

// Threads: lines side by side that hand something over.
void draw_threads(CoverCanvas& canvas, const CoverColours& colours, const Panel& panel) {
  cairo_t* cairo = canvas.cairo();
  constexpr int kThreads = 7;
  const double step = panel.width / (kThreads - 1);
  cairo_set_line_width(cairo, 22);
  for (int thread = 0; thread < kThreads; ++thread) {
    const double x = panel.x + step * thread,
                 middle = panel.y + panel.height * (0.2 + 0.6 * ((thread * 3) % kThreads) / kThreads);
    canvas.set_colour(colours.mid);
    cairo_move_to(cairo, x, panel.y);
    cairo_line_to(cairo, x, panel.y + panel.height);
    if (thread + 1 < kThreads) {
      cairo_move_to(cairo, x, middle);
      cairo_curve_to(cairo, x + step / 2, middle, x + step / 2, middle + 90, x + step, middle + 90);
    }
    cairo_stroke(cairo);
    canvas.set_colour(colours.light);
    dot(cairo, x, middle, 34);
  }
}

struct Frame {
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
void draw_frame(CoverCanvas& canvas, const CoverColours& colours, const Panel& panel, const Frame& frame) {
  constexpr int kRows = 8;
  constexpr double kNarrowest = 34, kGap = 6;
  if (frame.row == kRows || frame.width < kNarrowest) return;
  const double height = panel.height / kRows;
  canvas.set_colour((frame.seed + frame.row) % 3 == 0 ? colours.light : colours.mid);
  cairo_rectangle(canvas.cairo(), frame.x + kGap, panel.y + panel.height - height * (frame.row + 1) + kGap,
                  frame.width - 2 * kGap, height - 2 * kGap);
  cairo_fill(canvas.cairo());
  double x = frame.x;
  int seed = frame.seed * 3;
  for (const double share : callees(frame.seed)) {
    draw_frame(canvas, colours, panel, {x, frame.width * share, frame.row + 1, ++seed});
    x += frame.width * share;
  }
}

void draw_flames(CoverCanvas& canvas, const CoverColours& colours, const Panel& panel) {
  draw_frame(canvas, colours, panel, {panel.x, panel.width, 0, 1});
}

// A pulse with one incident.
void draw_pulse(CoverCanvas& canvas, const CoverColours& colours, const Panel& panel) {
  cairo_t* cairo = canvas.cairo();
  constexpr std::array<double, 14> kValues = {.12, .16, .11, .18, .14, .20, .92,
                                              .61, .78, .35, .24, .15, .18, .13};
  const double step = panel.width / (kValues.size() - 1);
  canvas.set_colour(colours.mid);
  cairo_set_line_width(cairo, 6);
  for (int line = 0; line <= 4; ++line) {
    cairo_move_to(cairo, panel.x, panel.y + panel.height * line / 4);
    cairo_line_to(cairo, panel.x + panel.width, panel.y + panel.height * line / 4);
  }
  cairo_stroke(cairo);
  canvas.set_colour(colours.light);
  cairo_set_line_width(cairo, 26);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  for (std::size_t i = 0; i < kValues.size(); ++i)
    cairo_line_to(cairo, panel.x + step * static_cast<double>(i), panel.y + panel.height * (1 - kValues[i]));
  cairo_stroke(cairo);
  canvas.set_colour({255, 255, 255});
  dot(cairo, panel.x + step * 6, panel.y + panel.height * (1 - kValues[6]), 44);
}

}  // namespace

CoverColours cover_colours(int volume) { return kColours[index_of(volume)]; }

void draw_motif(CoverCanvas& canvas, int volume, double x, double y, double width, double height) {
  using Draw = void (*)(CoverCanvas&, const CoverColours&, const Panel&);
  static constexpr std::array<Draw, 4> kMotifs = {draw_loop, draw_threads, draw_flames, draw_pulse};
  kMotifs[index_of(volume)](canvas, cover_colours(volume), {x, y, width, height});
}

}  // namespace nbpublish
