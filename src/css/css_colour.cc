#include "css/css_colour.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/ascii.h"
#include "css/css_colour_names.h"
#include "css/css_text.h"

namespace nbpublish {
namespace {

struct Number {
  double value = 0;
  bool percent = false;
};

// A number with `%`, `deg` or nothing behind it.
std::optional<Number> parse_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;  // inf and nan are none
  Number number;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.value);
  if (error != std::errc{} || !std::isfinite(number.value)) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  number.percent = unit == "%";
  if (!unit.empty() && !number.percent && unit != "deg") return std::nullopt;
  return number;
}

std::uint8_t byte_of(double value) { return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0))); }

std::optional<CssColour> parse_hex(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 4 && digits.size() != 6 && digits.size() != 8) return std::nullopt;
  const std::size_t width = digits.size() < 6 ? 1 : 2;
  std::array<int, 4> channels{0, 0, 0, 255};
  for (std::size_t i = 0; i * width < digits.size(); ++i) {
    const char* begin = digits.data() + i * width;
    const auto [end, error] = std::from_chars(begin, begin + width, channels[i], 16);
    if (error != std::errc{} || end != begin + width || *begin == '-') return std::nullopt;
    if (width == 1) channels[i] *= 17;
  }
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(channels[i]); };
  return CssColour{{byte(0), byte(1), byte(2)}, channels[3] / 255.0};
}

// CSS Color 4, section 7.1; hue in degrees, the others from 0 to 1.
Rgb rgb_of_hsl(double hue, double saturation, double lightness) {
  hue = std::fmod(hue, 360);
  if (hue < 0) hue += 360;
  const double reach = saturation * std::min(lightness, 1 - lightness);
  const auto channel = [&](double offset) {
    const double k = std::fmod(offset + hue / 30, 12);
    return byte_of(255 * (lightness - reach * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}))));
  };
  return {channel(0), channel(8), channel(4)};
}

std::optional<CssColour> parse_function(std::string_view name, std::string_view arguments) {
  const bool rgb = name == "rgb" || name == "rgba";
  if (!rgb && name != "hsl" && name != "hsla") return std::nullopt;
  std::array<Number, 4> n{};
  n[3].value = 1;
  std::size_t count = 0;
  constexpr std::string_view kSeparators = " \t\r\n\f,/";
  for (std::size_t at; (at = arguments.find_first_not_of(kSeparators)) != std::string_view::npos;) {
    arguments.remove_prefix(at);
    const std::string_view word = arguments.substr(0, arguments.find_first_of(kSeparators));
    const auto number = parse_number(word);
    if (!number || count == n.size()) return std::nullopt;
    n[count++] = *number;
    arguments.remove_prefix(word.size());
  }
  if (count < 3) return std::nullopt;
  const double alpha = std::clamp(n[3].percent ? n[3].value / 100 : n[3].value, 0.0, 1.0);
  const auto channel = [&](std::size_t i) { return byte_of(n[i].percent ? n[i].value * 255 / 100 : n[i].value); };
  if (rgb) return CssColour{{channel(0), channel(1), channel(2)}, alpha};
  const auto part = [&](std::size_t i) { return std::clamp(n[i].value / 100, 0.0, 1.0); };
  return CssColour{rgb_of_hsl(n[0].value, part(1), part(2)), alpha};
}

}  // namespace

std::optional<CssColour> parse_css_colour(std::string_view text) {
  const std::string lower = lowered(trimmed(text, kHtmlSpace));
  const std::string_view value(lower);
  if (value.starts_with('#')) return parse_hex(value.substr(1));
  const std::size_t open = value.find('(');
  if (open != std::string_view::npos && value.ends_with(')'))
    return parse_function(value.substr(0, open), value.substr(open + 1, value.size() - open - 2));
  if (const auto named = named_css_colour(value)) return CssColour{*named};
  return std::nullopt;
}

std::string css_text(const CssColour& colour) {
  const Rgb c = colour.rgb;
  if (colour.alpha >= 1) return fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b);
  return fmt::format("rgba({},{},{},{:.3g})", c.r, c.g, c.b, colour.alpha);
}

std::string map_colours(std::string_view value, const std::function<Rgb(Rgb)>& map) {
  std::string out;
  for (const std::string_view word : css_words(value)) {
    const auto colour = parse_css_colour(word);
    out += colour ? css_text({map(colour->rgb), colour->alpha}) : std::string(word);
  }
  return out;
}

bool has_transparent_colour(std::string_view value) {
  return std::ranges::any_of(css_words(value), [](std::string_view word) {
    const auto colour = parse_css_colour(word);
    return colour && colour->alpha < 1;
  });
}

}  // namespace nbpublish
