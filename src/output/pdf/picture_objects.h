// Pictures of a part: drawn by Cairo on a surface of their own and taken from there as forms.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/result.h"
#include "output/pdf/page_content.h"
#include "output/pdf/print_ink.h"
#include "output/pdf/sealed_part.h"

namespace nbpublish {

struct DrawnPicture {
  std::uint32_t form = 0;  // index of its object
  bool may_be_transparent = false;
};
struct PictureForms {
  std::vector<PictureObject> objects;
  std::vector<DrawnPicture> pictures;  // in the order of their use
  std::map<PictureKey, std::uint32_t> index;
};

// The pictures of the part's bodies, each once for each size: as vectors where they are (SVG), as their own bytes where they can be
// (JPEG); with `ink`, in the inks of a press. What Cairo writes against PDF/A is put right. An Input error names the part and the page.
Result<PictureForms> picture_forms(const PagedPart& part, std::optional<Ink> ink);

}  // namespace nbpublish
