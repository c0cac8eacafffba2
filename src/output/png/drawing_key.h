// By what a page that was drawn is known again.
#pragma once

#include "base/colour.h"
#include "base/hash.h"
#include "frame/frame.h"

namespace nbpublish {

// Of all that render_page_jpeg() reads: equal keys stand for equal pictures.
Hash128 drawing_key(const Page& page, Size trim, const FontLibrary& fonts, const Theme& theme, double dpi);

}  // namespace nbpublish
