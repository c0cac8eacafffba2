// The few fields of an EXIF block (a TIFF directory, Exif 2.3 section 4.6) that matter for print.
#pragma once

#include <string_view>

namespace nbpublish {

struct Exif {
  int orientation = 1;          // 1: upright
  double ppi_x = 0, ppi_y = 0;  // 0: not stated
};

// `segment` is a JPEG APP1 segment's content. Anything malformed leaves the defaults.
Exif read_exif(std::string_view segment);

}  // namespace nbpublish
