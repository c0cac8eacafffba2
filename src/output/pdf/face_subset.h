// A face cut down to some of its glyphs, by HarfBuzz.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "text/font_library.h"

namespace nbpublish {

struct FaceSubset {
  std::string program;  // an OpenType file, or the table CFF of one
  bool is_cff = false;
  std::string name;  // PostScript's
  // In thousandths of the em.
  int left = 0, bottom = 0, right = 0, top = 0;  // of all glyphs of the face
  double italic_angle = 0;
};

// Outlines and advances alone, without hints, layout, characters' and other names. Glyphs keep their ids; `glyphs` ascend.
Result<FaceSubset> cut_face(const FontLibrary& fonts, FontId font, const std::vector<std::uint32_t>& glyphs);

}  // namespace nbpublish
