#include "output/paint/painter.h"

#include <numbers>

#include "base/overloaded.h"
#include "output/paint/picture.h"

namespace nbpublish {
namespace {

void add_segment(cairo_t* context, const PathSegment& segment) {
  const auto& p = segment.points;
  switch (segment.kind) {
    case PathSegment::Kind::Move:
      return cairo_move_to(context, p[0].x.points(), p[0].y.points());
    case PathSegment::Kind::Line:
      return cairo_line_to(context, p[0].x.points(), p[0].y.points());
    case PathSegment::Kind::Curve:
      return cairo_curve_to(context, p[0].x.points(), p[0].y.points(), p[1].x.points(), p[1].y.points(), p[2].x.points(), p[2].y.points());
    case PathSegment::Kind::Close:
      return cairo_close_path(context);
  }
}

// A dash of no length is a dot: round caps make it as wide as the stroke.
void set_stroke(cairo_t* context, const Path& path) {
  cairo_set_line_width(context, path.width.points());
  const bool dashed = !path.dash_on.is_zero() || !path.dash_off.is_zero();
  const double dashes[] = {path.dash_on.points(), path.dash_off.points()};
  cairo_set_dash(context, dashes, dashed ? 2 : 0, 0);
  const bool dots = dashed && path.dash_on.is_zero();
  cairo_set_line_cap(context, dots ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}

}  // namespace

Painter::Painter(cairo_t* context, const FontFaces& faces, const Theme& theme) : context_(context), faces_(faces), theme_(theme) {}

Status Painter::paint(const FrameItem& item) {
  return std::visit(
      overloaded{[&](const GlyphRun& run) { return paint_run(run), Status{}; },
                 [&](const Fill& fill) { return paint_fill(fill), Status{}; }, [&](const Path& path) { return paint_path(path), Status{}; },
                 [&](const PlacedPicture& placed) { return paint_picture(context_, placed); }},
      item.content);
}

void Painter::paint_run(const GlyphRun& run) {
  if (run.glyphs.empty()) return;
  if (run.turn != Turn::None) return paint_turned(run);
  use_colour(run.colour);
  use_font(run.font, run.size);
  glyphs_.clear();
  for (const Glyph& g : run.glyphs) {
    glyphs_.push_back({g.id, (run.origin.x + Length::raw(g.x)).points(), (run.origin.y + Length::raw(g.y)).points()});
  }
  cairo_glyph_path(context_, glyphs_.data(), static_cast<int>(glyphs_.size()));
  cairo_fill(context_);
}

void Painter::paint_turned(GlyphRun run) {
  cairo_save(context_);
  cairo_translate(context_, run.origin.x.points(), run.origin.y.points());
  cairo_rotate(context_, run.turn == Turn::Left ? -std::numbers::pi / 2 : std::numbers::pi / 2);
  run.origin = {};
  run.turn = Turn::None;
  paint_run(run);
  cairo_restore(context_);
  // The context has forgotten what was set inside.
  colour_ = font_ = -1;
  size_ = {};
}

void Painter::paint_fill(const Fill& fill) {
  use_colour(fill.colour);
  cairo_rectangle(context_, fill.rect.x.points(), fill.rect.y.points(), fill.rect.width.points(), fill.rect.height.points());
  cairo_fill(context_);
}

void Painter::paint_path(const Path& path) {
  use_colour(path.colour);
  for (const PathSegment& segment : path.segments) add_segment(context_, segment);
  if (path.filled) return cairo_fill(context_);
  set_stroke(context_, path);
  cairo_stroke(context_);
}

void Painter::use_colour(ColourRole role) {
  if (colour_ == static_cast<int>(role)) return;
  colour_ = static_cast<int>(role);
  const Rgb c = theme_[role];
  cairo_set_source_rgb(context_, c.r / 255.0, c.g / 255.0, c.b / 255.0);
}

void Painter::use_font(FontId font, Length size) {
  if (font_ != font) {
    font_ = font;
    cairo_set_font_face(context_, faces_.face(font));
  }
  if (size_ != size) {
    size_ = size;
    cairo_set_font_size(context_, size.points());
  }
}

}  // namespace nbpublish
