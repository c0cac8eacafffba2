// FontFaces: the library's faces as Cairo wants them, with a FreeType library of their own.
#pragma once

#include <cairo.h>

#include <memory>
#include <vector>

#include "base/result.h"
#include "text/font_library.h"

namespace nbpublish {

// Used by one thread at a time: FreeType's faces know no locks. Opening all faces takes some milliseconds,
// so a set serves all parts that one thread draws.
class FontFaces {
 public:
  // Borrows the bytes of `fonts`, which must outlive all drawing with these faces.
  // An Environment error names a face that FreeType refuses.
  static Result<std::unique_ptr<FontFaces>> open(const FontLibrary& fonts);

  FontFaces(const FontFaces&) = delete;
  FontFaces& operator=(const FontFaces&) = delete;
  ~FontFaces();

  cairo_font_face_t* face(FontId id) const { return faces_[id]; }

 private:
  FontFaces() = default;
  std::vector<cairo_font_face_t*> faces_;
};

}  // namespace nbpublish
