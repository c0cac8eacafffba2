// A page as a PNG or JPEG picture: previews, e-book covers, and tests of what painting does.
#pragma once

#include <string>

#include "base/colour.h"
#include "base/geometry.h"
#include "base/result.h"
#include "frame/frame.h"

namespace nbpublish {

// The PNG file of one page on the theme's paper, with the PDF's painter and order of painting. Errors as
// paint's; Internal if the size is more than Cairo can hold.
Result<std::string> render_page_png(const Page& page, Size trim, const FontLibrary& fonts, const Theme& theme, double dpi);
// The same as a JPEG file.
Result<std::string> render_page_jpeg(const Page& page, Size trim, const FontLibrary& fonts, const Theme& theme, double dpi);

}  // namespace nbpublish
