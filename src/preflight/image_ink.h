// The ink of pictures: their samples, decoded piece by piece and never held.
#pragma once

#include <optional>
#include <qpdf/QPDFObjectHandle.hh>

#include "preflight/colour_space.h"
#include "preflight/limits.h"

namespace nbpublish {

// Whether a space gives the amounts of several inks, so that they can be too much.
bool has_inks(const ColourSpace& space);

// The most ink that a pixel of an image XObject has, in %; of an indexed picture, that a colour of its
// palette has. Nothing if it cannot be told: JPEG 2000, a JPEG behind another filter, more than
// kMostJpegPixels, damage. Only for spaces that have inks.
std::optional<double> ink_of_image(QPDFObjectHandle image, const ColourSpace& space, Budget& budget);

// The most ink of a shading's ends (8.7.4.5). Nothing if it is a mesh or its function is sampled or a
// program.
std::optional<double> ink_of_shading(QPDFObjectHandle shading, const ColourSpace& space);

}  // namespace nbpublish
