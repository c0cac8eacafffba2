#include "figure/svg.h"

#include <fmt/format.h>

#include <memory>

#include "base/units.h"
#include "figure/svg_handle.h"
#include "figure/svg_names.h"
#include "figure/svg_properties.h"
#include "figure/svg_sanitise.h"
#include "figure/svg_words.h"
#include "figure/svg_xml.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMaxSvgBytes = 8u << 20;  // its tree in memory is several times as large
constexpr double kPointsPerPixel = 0.75;
constexpr double kFontSize = 12;    // of em lengths: librsvg's default, in pt
constexpr double kLargest = 14400;  // pt: the largest page of a PDF (ISO 32000-1, annex C)

void declare_namespace(pugi::xml_node svg) {
  if (std::string_view(svg.name()) == "svg" && !svg.attribute("xmlns")) svg.append_attribute("xmlns") = kSvgNamespace.data();
}

// Points; 0 for a percentage, which says nothing by itself.
double points(const RsvgLength& length) {
  switch (length.unit) {
    case RSVG_UNIT_PERCENT:
      return 0;
    case RSVG_UNIT_PX:
      return length.length * kPointsPerPixel;
    case RSVG_UNIT_EM:
      return length.length * kFontSize;
    case RSVG_UNIT_EX:
      return length.length * kFontSize / 2;
    case RSVG_UNIT_IN:
      return length.length * kPointsPerInch;
    case RSVG_UNIT_CM:
      return length.length * 10 * kPointsPerInch / kMillimetresPerInch;
    case RSVG_UNIT_MM:
      return length.length * kPointsPerInch / kMillimetresPerInch;
    case RSVG_UNIT_PT:
      return length.length;
    case RSVG_UNIT_PC:
      return length.length * 12;
    default:
      return 0;
  }
}

struct Measures {
  double width = 0, height = 0;  // pt
  bool has_view_box = false;
  double scale = kPointsPerPixel;  // pt for a unit of the drawing
};

// Width and height where they are lengths; what is missing follows from the viewBox.
Result<Measures> measure(RsvgHandle* handle) {
  gboolean has_width = FALSE, has_height = FALSE, has_view_box = FALSE;
  RsvgLength width{}, height{};
  RsvgRectangle box{};
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_view_box, &box);
  const double given_width = has_width ? points(width) : 0, given_height = has_height ? points(height) : 0;
  const bool usable_box = has_view_box && box.width > 0 && box.height > 0;
  if (!usable_box && (given_width <= 0 || given_height <= 0))
    return fail(ErrorKind::Input, "the SVG has neither a viewBox nor a width and height",
                "add viewBox=\"0 0 WIDTH HEIGHT\" to its <svg> element");
  Measures result{given_width, given_height, usable_box};
  if (given_width <= 0) result.width = given_height > 0 ? given_height * box.width / box.height : box.width * kPointsPerPixel;
  if (given_height <= 0) result.height = result.width * box.height / box.width;
  const bool sane = result.width > 0 && result.height > 0 && result.width <= kLargest && result.height <= kLargest;
  if (usable_box) result.scale = std::min(result.width / box.width, result.height / box.height);
  if (!sane)
    return fail(ErrorKind::Input, fmt::format("the SVG is {:.0f} x {:.0f} pt large; more than 0 and at most {:.0f} can be used",
                                              result.width, result.height, kLargest));
  return result;
}

// Without a viewBox a drawing is cut, not scaled, when it is set at another size.
void add_view_box(pugi::xml_node svg, const Measures& measures) {
  const std::string box = fmt::format("0 0 {} {}", measures.width / kPointsPerPixel, measures.height / kPointsPerPixel);
  svg.remove_attribute("viewBox");
  svg.append_attribute("viewBox") = box.c_str();
}

// Drawing finds what loading does not: limits of librsvg, broken references in filters.
Status draw_once(RsvgHandle* handle) {
  constexpr int kSide = 32;
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, kSide, kSide), cairo_surface_destroy);
  return draw_svg(handle, surface.get(), kSide, kSide);
}

// Each dash is an operand of one operator in a PDF, of which no reader and no printer takes a hundred thousand.
Status check_dashes(pugi::xml_node svg) {
  constexpr auto kMostDashes = 1000;
  const bool too_many = any_property(svg, [](std::string_view name, std::string_view value) {
    if (name != "stroke-dasharray") return false;
    std::ptrdiff_t numbers = 0;
    bool inside = false;
    for (const char c : value) {
      const bool separates = c == ',' || c == ' ' || (c >= '\t' && c <= '\r');
      if (!separates && !inside) ++numbers;
      inside = !separates;
    }
    return numbers > kMostDashes;
  });
  if (!too_many) return {};
  return fail(ErrorKind::Input, fmt::format("a stroke-dasharray of the SVG has more than {} numbers", kMostDashes));
}

}  // namespace

Result<Svg> read_svg(std::string_view bytes, const PictureLimits& limits, bool draws) {
  if (bytes.size() > kMaxSvgBytes)
    return fail(ErrorKind::Input, fmt::format("the SVG has {} bytes; {} are allowed", bytes.size(), kMaxSvgBytes),
                "simplify the drawing, or use a PNG of it");
  pugi::xml_document document;
  NBP_TRY(parse_svg(document, bytes));
  pugi::xml_node svg = document.document_element();
  declare_namespace(svg);
  NBP_TRY(sanitise_svg(svg, limits));
  NBP_TRY(check_dashes(svg));
  Svg result{svg_text(svg), {}, words_in(svg, "title"), words_in(svg, "desc"), {}};
  NBP_TRY_ASSIGN(SvgHandle handle, load_svg(result.bytes));
  NBP_TRY_ASSIGN(const Measures measures, measure(handle.get()));
  if (!measures.has_view_box) {
    add_view_box(svg, measures);
    result.bytes = svg_text(svg);
    NBP_TRY_ASSIGN(handle, load_svg(result.bytes));
  }
  if (draws) NBP_TRY(draw_once(handle.get()));
  result.size = {Length::pt(measures.width), Length::pt(measures.height)};
  result.lettering = Length::pt(smallest_lettering(svg) * measures.scale);
  return result;
}

}  // namespace nbpublish
