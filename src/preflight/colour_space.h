// Colour spaces and colours (ISO 32000-1, 8.6), as far as ink, lightness and printers' rules go.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "preflight/facts.h"

namespace nbpublish {

enum class ColourFamily : std::uint8_t { Gray, Rgb, Cmyk, CalGray, CalRgb, Lab, IccGray, IccRgb, IccCmyk, Indexed, Inks, Pattern, Unknown };

struct ColourSpace {
  ColourFamily family = ColourFamily::Unknown;
  std::size_t components = 0;
  std::shared_ptr<const ColourSpace> base;  // of Indexed, and of an uncoloured Pattern
  std::string palette;                      // of Indexed: base->components bytes for each index
  std::vector<std::string> inks;            // of Separation and DeviceN (Inks)
};
using ColourSpacePtr = std::shared_ptr<const ColourSpace>;

ColourSpacePtr device_space(ColourFamily family);
// Of a name or an array. `resources` (may be null) says what names that are not families mean. What cannot be
// understood is Unknown. Throws LimitPassed for spaces nested too deeply or with too many inks.
ColourSpacePtr read_colour_space(QPDFObjectHandle object, QPDFObjectHandle resources);

// What of a space has a name of its own in the rules; nothing for DeviceGray and DeviceCMYK.
std::optional<ColourKind> kind_of(const ColourSpace& space);
// Adds the inks that are not of the process (Cyan, Magenta, Yellow, Black, All, None) to `into`.
void add_spot_inks(const ColourSpace& space, FactWords& into);

using Components = std::vector<double>;
// The inks of a colour added up, in %; a registration colour (All) counts as four. Nothing where the inks are
// the colour manager's choice: RGB, Lab.
std::optional<double> ink_of(const ColourSpace& space, const Components& components);
// How dark a colour prints, in % of a full tone: 0 for white, 100 for black or any full ink. A pattern is
// 100.
double tone_of(const ColourSpace& space, const Components& components);
// Whether it is printed as a halftone: an ink between none and all, and no full black over it.
bool is_tint(const ColourSpace& space, const Components& components);
// The initial colour of a space (8.6.5 and following).
Components initial_colour(const ColourSpace& space);

}  // namespace nbpublish
