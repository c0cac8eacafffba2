#include "output/paint/font_faces.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <mutex>

namespace nbpublish {
namespace {

// Cairo's cache of scaled fonts holds faces longer than we do and lets go of them on any thread, so every
// face keeps its library and its bytes alive, and closing takes a lock.
struct FreeType {
  FT_Library library = nullptr;
  std::mutex closing;

  FreeType() { FT_Init_FreeType(&library); }
  ~FreeType() {
    if (library) FT_Done_FreeType(library);
  }
};

struct OpenFace {
  std::shared_ptr<FreeType> owner;
  std::string bytes;
  FT_Face face = nullptr;
};

void close_face(void* data) {
  const std::unique_ptr<OpenFace> open(static_cast<OpenFace*>(data));
  const std::lock_guard lock(open->owner->closing);
  FT_Done_Face(open->face);
}

const cairo_user_data_key_t kOpenFaceKey{};

// Null if FreeType or Cairo refuses the bytes.
cairo_font_face_t* open_face(const std::shared_ptr<FreeType>& freetype, std::string_view font) {
  auto open = std::make_unique<OpenFace>(OpenFace{freetype, std::string(font), nullptr});
  if (FT_New_Memory_Face(freetype->library, reinterpret_cast<const FT_Byte*>(open->bytes.data()), static_cast<FT_Long>(open->bytes.size()),
                         0, &open->face) != 0) {
    return nullptr;
  }
  cairo_font_face_t* result = cairo_ft_font_face_create_for_ft_face(open->face, FT_LOAD_NO_HINTING);
  if (cairo_font_face_set_user_data(result, &kOpenFaceKey, open.get(), close_face) != CAIRO_STATUS_SUCCESS) {
    cairo_font_face_destroy(result);
    close_face(open.release());
    return nullptr;
  }
  static_cast<void>(open.release());  // Cairo closes it
  return result;
}

}  // namespace

Result<std::unique_ptr<FontFaces>> FontFaces::open(const FontLibrary& fonts) {
  const auto freetype = std::make_shared<FreeType>();
  if (!freetype->library) return fail(ErrorKind::Environment, "FreeType does not start");
  std::unique_ptr<FontFaces> result(new FontFaces);
  const auto count = static_cast<FontId>(fonts.size());
  for (FontId id = 0; id < count; ++id) {
    cairo_font_face_t* face = open_face(freetype, fonts.bytes(id));
    if (!face) return fail(ErrorKind::Environment, "FreeType cannot open the font " + fonts.entry(id).file);
    result->faces_.push_back(face);
  }
  return result;
}

FontFaces::~FontFaces() {
  for (cairo_font_face_t* face : faces_) cairo_font_face_destroy(face);
}

}  // namespace nbpublish
