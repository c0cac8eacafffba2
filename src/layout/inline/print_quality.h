// Whether a picture is good enough for the size at which it is printed.
#pragma once

#include "layout/inline/context.h"

namespace nbpublish {

// True if no lettering of the drawing is under 7 pt when it is `width` wide, or if nothing is known of it.
bool is_lettering_readable(const Picture& picture, Length width);

// Reports a raster under 300 pixels to the inch, and a drawing with lettering under 7 pt, when it is `width` wide. `source`
// names the picture as the chapter does.
void report_print_quality(LayoutContext& context, const Picture& picture, const std::string& source, Length width, SourceSpan span);

}  // namespace nbpublish
