// Drawings as rows of letters: what a painter put on a small surface, one character a pixel.
#pragma once

#include <cairo.h>

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

#include "output/paint/painter.h"
#include "support/simple_text.h"

namespace nbpublish::testing {

using Rows = std::vector<std::string>;

// '.' white, '#' black, 'r', 'g', 'b' a pure colour, '?' anything else.
inline char letter(const unsigned char* bgrx) {
  const bool on[] = {bgrx[2] > 250, bgrx[1] > 250, bgrx[0] > 250}, off[] = {bgrx[2] < 5, bgrx[1] < 5, bgrx[0] < 5};
  if (on[0] && on[1] && on[2]) return '.';
  if (off[0] && off[1] && off[2]) return '#';
  if (on[0] && off[1] && off[2]) return 'r';
  if (off[0] && on[1] && off[2]) return 'g';
  if (off[0] && off[1] && on[2]) return 'b';
  return '?';
}

// Paints the items on white, one pixel to the point; an error of painting fails the test.
inline Rows painted(int width, int height, const std::vector<FrameItem>& items) {
  const auto faces = FontFaces::open(project_fonts());
  REQUIRE(faces);
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  cairo_t* context = cairo_create(surface);
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_paint(context);
  const Theme theme = test_theme();
  Painter painter(context, **faces, theme);
  for (const FrameItem& item : items) CHECK(painter.paint(item));
  CHECK(cairo_status(context) == CAIRO_STATUS_SUCCESS);
  cairo_surface_flush(surface);
  Rows rows;
  for (int y = 0; y < height; ++y) {
    const unsigned char* row = cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
    std::string text;
    for (int x = 0; x < width; ++x) text += letter(row + 4 * x);
    rows.push_back(text);
  }
  cairo_destroy(context);
  cairo_surface_destroy(surface);
  return rows;
}

}  // namespace nbpublish::testing
