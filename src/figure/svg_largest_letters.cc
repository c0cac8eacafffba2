#include "figure/svg_largest_letters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

#include "base/ascii.h"
#include "css/css_text.h"
#include "figure/svg_names.h"
#include "figure/svg_properties.h"

namespace nbpublish {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::infinity();
constexpr double kInitialSize = 16;  // more than librsvg's
constexpr double kPixelsPerPoint = 4.0 / 3;

// What stands inside is drawn in coordinates of its own, or where something else says.
constexpr auto kOwnCoordinates = std::to_array<std::string_view>({"clipPath", "marker", "mask", "pattern", "svg", "symbol"});

// The number that `text` begins with; takes it away.
std::optional<double> take_number(std::string_view& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return std::abs(number);
}

double size_of_font(std::string_view value) {
  value = trimmed(value, kHtmlSpace);
  if (value == "inherit") return 0;
  const auto number = take_number(value);
  if (!number) return kUnknown;
  if (value.empty() || value == "px") return *number;
  return value == "pt" ? *number * kPixelsPerPoint : kUnknown;
}

std::size_t times(std::string_view word, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++count;
  return count;
}

// The largest size that is given anywhere. `mentions` is how often a font is spoken of at all: what our reader of style sheets does not
// find, librsvg's might.
double largest_font(pugi::xml_node svg, std::size_t mentions) {
  double largest = kInitialSize;
  std::size_t found = 0;
  const bool unknown = any_property(svg, [&](std::string_view name, std::string_view value) {
    found += times("font", name) + times("font", value);
    if (name == "font-size") largest = std::max(largest, size_of_font(value));
    return name == "font" || largest == kUnknown;
  });
  return unknown || found < mentions ? kUnknown : largest;
}

// How many times as large the transformation makes anything at most: lengths of its matrix's rows and columns bound it.
double growth_of(std::string_view transform) {
  double growth = 1;
  while (!(transform = trimmed(transform, kHtmlSpace)).empty()) {
    const std::size_t open = transform.find('('), close = transform.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return kUnknown;
    const std::string_view name = trimmed(transform.substr(0, open), kHtmlSpace);
    std::string_view inside = transform.substr(open + 1, close - open - 1);
    transform.remove_prefix(close + 1);
    while (transform.starts_with(',')) transform.remove_prefix(1);
    if (name == "translate" || name == "rotate") continue;
    if (name != "scale" && name != "matrix") return kUnknown;
    double sum = 0;
    for (int i = 0; i < (name == "scale" ? 2 : 4); ++i) {
      inside = inside.substr(std::min(inside.find_first_not_of(" ,\t\n\r"), inside.size()));
      if (inside.starts_with('+')) inside.remove_prefix(1);
      if (inside.empty() && i > 0) break;
      const auto number = take_number(inside);
      if (!number) return kUnknown;
      sum = name == "scale" ? std::max(sum, *number) : sum + *number;
    }
    growth *= std::max(sum, 1.0);
  }
  return growth;
}

// Depth is bounded: check_depth of the sanitiser was before.
double growth_of_letters(pugi::xml_node element, double growth, bool is_apart) {
  const std::string_view name = local_name(element.name());
  if (name == "use") return kUnknown;
  if (std::string_view(element.attribute("style").value()).find("transform") != std::string_view::npos) return kUnknown;
  if (name == "style" && std::string_view(element.child_value()).find("transform") != std::string_view::npos) return kUnknown;
  growth *= growth_of(element.attribute("transform").value());
  if (name == "text") return is_apart ? kUnknown : growth;
  double most = 0;
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    const bool apart = is_apart || std::ranges::find(kOwnCoordinates, local_name(child.name())) != kOwnCoordinates.end();
    most = std::max(most, growth_of_letters(child, growth, apart));
    if (most == kUnknown) break;
  }
  return most;
}

std::size_t mentions_of_fonts(pugi::xml_node element) {
  std::size_t count = local_name(element.name()) == "style" ? times("font", element.child_value()) : 0;
  for (const pugi::xml_attribute attribute : element.attributes())
    count += times("font", attribute.name()) + times("font", attribute.value());
  for (const pugi::xml_node child : element.children())
    if (child.type() == pugi::node_element) count += mentions_of_fonts(child);
  return count;
}

}  // namespace

double bound_of_letters(pugi::xml_node svg) {
  const double growth = growth_of_letters(svg, 1, false);
  return growth == kUnknown ? kUnknown : growth * largest_font(svg, mentions_of_fonts(svg));
}

}  // namespace nbpublish
