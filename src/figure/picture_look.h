// Pictures as an edition needs them.
#pragma once

#include "base/colour.h"
#include "base/result.h"
#include "figure/figure.h"

namespace nbpublish {

enum class PictureLook : std::uint8_t {
  Light,  // as their authors made them
  Dark,   // drawings with their colours turned for a dark page; rasters as they are, for a light panel
  Gray,   // black ink alone and no transparency
};

struct PictureColours {
  PictureLook look = PictureLook::Light;
  Theme light, dark;  // the themes that drawings were made for, and are turned to
};

struct RecolouredPicture {
  PicturePtr picture;      // the same one if nothing had to change
  bool flattened = false;  // a drawing that has become pixels
};

// A picture of the same natural size and words. `printed` is the size on the page before it is turned, for widths of strokes and
// for pixels. Depends on nothing but its arguments; may be called from any thread. An Input error if the picture is damaged.
Result<RecolouredPicture> recoloured(const PicturePtr& picture, const PictureColours& colours, Size printed);

}  // namespace nbpublish
