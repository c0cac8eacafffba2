#include "figure/svg_handle.h"

#include <fmt/format.h>

namespace nbpublish {
namespace {

// A GError as ours; frees it.
std::unexpected<Error> failure(std::string_view what, GError* error) {
  std::string message = fmt::format("{}: {}", what, error != nullptr ? error->message : "unknown error");
  g_clear_error(&error);
  return fail(ErrorKind::Input, std::move(message));
}

}  // namespace

Result<SvgHandle> load_svg(const std::string& bytes) {
  GError* error = nullptr;
  SvgHandle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error));
  if (handle == nullptr) return failure("the SVG cannot be read", error);
  return handle;
}

Status draw_svg(RsvgHandle* handle, cairo_surface_t* surface, double width, double height) {
  cairo_t* cairo = cairo_create(surface);
  const RsvgRectangle viewport{0, 0, width, height};
  GError* error = nullptr;
  const bool drawn = rsvg_handle_render_document(handle, cairo, &viewport, &error);
  const cairo_status_t status = cairo_status(cairo);
  cairo_destroy(cairo);
  if (!drawn) return failure("the SVG cannot be drawn", error);
  if (status != CAIRO_STATUS_SUCCESS)
    return fail(ErrorKind::Input, fmt::format("the SVG cannot be drawn: {}", cairo_status_to_string(status)));
  return {};
}

}  // namespace nbpublish
