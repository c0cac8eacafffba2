#include "layout/inline/line_directions.h"

#include <algorithm>
#include <cstdint>

#include "text/bidi.h"

namespace nbpublish {

bool has_two_directions(const LineInput& in) {
  return !in.text.directions.of_bytes.empty() &&
         std::any_of(in.items.begin() + static_cast<std::ptrdiff_t>(in.line.first),
                     in.items.begin() + static_cast<std::ptrdiff_t>(in.end()), [](const InlineItem& item) { return item.level > 0; });
}

PlacedUnits place_units(const LineInput& in, Length left) {
  PlacedUnits out;
  std::vector<std::uint8_t> levels;
  Length total;
  for (std::size_t i = in.line.first; i < in.end();) {
    const InlineItem& item = in.items[i];
    if (item.kind == InlineItem::Kind::Penalty) {
      ++i;
      continue;
    }
    const bool is_word = item.kind == InlineItem::Kind::Box;
    const std::size_t next = is_word ? word_end(in, i) : i + 1;
    const Length width = is_word ? word_width(in, i, next) + letter_space(in, i, next) : glue_width(in, item);
    out.units.push_back({i, width, {}});
    levels.push_back(item.level);
    total += width;
    i = next;
  }
  if (in.line.hyphenated && !out.units.empty()) {
    out.units.back().width += in.items[in.line.at].width;
    total += in.items[in.line.at].width;
  }
  const bool from_right =
      in.text.directions.paragraph % 2 == 1 && in.rules.alignment != Alignment::Right && in.rules.alignment != Alignment::Centered;
  Length x = from_right ? in.rules.measure - left - total : left;
  for (const std::size_t unit : visual_order(levels)) out.units[unit].x = x, x += out.units[unit].width;
  out.end = x;
  return out;
}

}  // namespace nbpublish
