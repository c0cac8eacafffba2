#include "figure/gray_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/ascii.h"
#include "css/css_colour.h"
#include "figure/base64.h"
#include "figure/gray_colours.h"
#include "figure/gray_raster.h"
#include "figure/svg_letters.h"
#include "figure/svg_names.h"
#include "figure/svg_properties.h"
#include "figure/svg_xml.h"

namespace nbpublish {
namespace {

// A plain number or one of px, which is the same.
std::optional<double> user_units(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (error != std::errc{} || (!unit.empty() && unit != "px")) return std::nullopt;
  return number;
}

bool is_less_than_one(std::string_view value) {
  const bool percent = value.ends_with('%');
  if (percent) value.remove_suffix(1);
  const auto number = user_units(value);
  return number && *number < (percent ? 100 : 1);
}

bool needs_pixels(std::string_view name, std::string_view value) {
  if (name == "opacity" || name == "fill-opacity" || name == "stroke-opacity" || name == "stop-opacity") return is_less_than_one(value);
  if (name == "mix-blend-mode") return value != "normal";
  const bool refers = value.find("url(") != std::string_view::npos;
  if (name == "mask" || name == "filter") return refers;
  return is_colour_property(name) && (refers || has_transparent_colour(value));
}

class GrayDrawing {
 public:
  GrayDrawing(pugi::xml_node svg, double least_stroke) : svg_(svg), least_stroke_(least_stroke) {}

  void turn() {
    SvgLetters letters(svg_);
    change_properties(svg_, [this](std::string_view name, std::string_view value) { return changed(name, value); });
    letters.paint(printed_text);
    if (least_stroke_ > 1 && !svg_.attribute("stroke-width")) svg_.append_attribute("stroke-width") = least_stroke_;
    turn_pictures(svg_);
  }

 private:
  std::optional<std::string> changed(std::string_view name, std::string_view value) const {
    if (is_colour_property(name)) return map_colours(value, printed_ground);
    if (name != "stroke-width") return std::nullopt;
    const auto width = user_units(value);
    if (!width || *width <= 0 || *width >= least_stroke_ * kTolerance) return std::nullopt;
    return fmt::format("{:.4g}", least_stroke_);
  }

  void turn_pictures(pugi::xml_node node) {
    for (pugi::xml_attribute attribute : node.attributes()) {
      const std::string_view value(attribute.value());
      if (local_name(attribute.name()) != "href" || !trimmed(value, kHtmlSpace).starts_with("data:")) continue;
      if (const auto gray = gray_raster(decode_base64(value.substr(std::min(value.find(',') + 1, value.size())))))
        attribute.set_value(fmt::format("data:image/{};base64,{}", is_jpeg(*gray) ? "jpeg" : "png", encode_base64(*gray)).c_str());
    }
    for (const pugi::xml_node child : node.children()) turn_pictures(child);
  }

  static constexpr double kTolerance = 0.99;  // a hair less is rounding
  pugi::xml_node svg_;
  double least_stroke_;
};

}  // namespace

Result<GraySvg> gray_svg(const std::string& bytes, double least_stroke) {
  pugi::xml_document document;
  NBP_TRY(parse_svg(document, bytes));
  pugi::xml_node svg = document.document_element();
  GrayDrawing(svg, least_stroke).turn();
  return GraySvg{svg_text(svg), any_property(svg, needs_pixels)};
}

}  // namespace nbpublish
