// [back-cover], of the book or of a volume, and the colour of a cover.
#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/contrast.h"
#include "base/parse_colour.h"
#include "book/manifest_keys.h"
#include "book/manifest_values.h"

namespace nbpublish {
namespace {

// What Bookland calls "no price given".
constexpr std::string_view kNoPrice = "90000";

constexpr Rgb kWhite{255, 255, 255};
constexpr double kLeastContrast = 7;  // of the title on the cover's ground

// true, or five digits: "52999" is 29.99 US dollars.
void read_add_on(ManifestContext& context, const TomlValue& value, BackCover& back) {
  std::string digits;
  if (bool asked = false; value.node.is_boolean()) {
    read_truth(context.report, value, asked);
    digits = asked ? kNoPrice : "";
  } else if (!read_short_line(context, value, digits)) {
    return;
  }
  const bool fits = std::ranges::all_of(digits, is_digit);
  if (digits.empty() || (digits.size() == 5 && fits)) back.add_on = digits;
  else
    context.report.complain(value.node.source(), "'add-on' must have five digits, such as \"52999\" for US$ 29.99",
                            "true stands for \"90000\": no price");
}

constexpr TomlKey<BackCover, ManifestContext> kBackCoverKeys[] = {
    {"text", false, prose<&BackCover::text>},        {"points", false, prose_lines<&BackCover::points>},
    {"category", false, name<&BackCover::category>}, {"price", false, line<&BackCover::price>},
    {"address", false, line<&BackCover::address>},   {"add-on", false, read_add_on},
};

}  // namespace

void read_back_cover(ManifestContext& context, const TomlValue& value, BackCover& into) {
  const toml::table* table = value.node.as_table();
  if (table == nullptr) return context.report.wrong_type(value, "a table");
  std::vector<bool> seen;
  read_toml_keys<BackCover, ManifestContext>(context, *table, kBackCoverKeys, into, seen);
}

void read_colour(ManifestContext& context, const TomlValue& value, std::optional<Rgb>& into) {
  std::string written;
  if (!read_short_line(context, value, written)) return;
  const std::optional<Rgb> colour = parse_colour(written);
  if (!colour) return context.report.complain(value.node.source(), "'" + written + "' is not a colour", "such as \"#014A75\"");
  if (const double ratio = contrast(*colour, kWhite); ratio < kLeastContrast)
    return context.report.complain(value.node.source(),
                                   fmt::format("'{}' is too light for a cover: white on it has a contrast of {:.1f} : 1", written, ratio),
                                   "7 : 1 is needed");
  into = colour;
}

}  // namespace nbpublish
