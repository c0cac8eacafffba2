#include "bench/floor/face.h"

#include <cairo-ft.h>
#include <hb-ot.h>

#include <stdexcept>

namespace nbpublish::floor_program {

Face::Face(const std::string& path, double size) : size_(size) {
  if (FT_Init_FreeType(&library_) != 0 || FT_New_Face(library_, path.c_str(), 0, &face_) != 0)
    throw std::runtime_error("cannot open the font " + path);
  cairo_ = cairo_ft_font_face_create_for_ft_face(face_, FT_LOAD_NO_HINTING);
  hb_blob_t* blob = hb_blob_create_from_file(path.c_str());
  hb_face_t* face = hb_face_create(blob, 0);
  shaping_ = hb_font_create(face);
  hb_ot_font_set_funcs(shaping_);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  buffer_ = hb_buffer_create();
}

Face::~Face() {
  hb_buffer_destroy(buffer_);
  hb_font_destroy(shaping_);
  cairo_font_face_destroy(cairo_);  // Cairo may keep the face until it has written the PDF, and so the library is left to the process's end
}

Run Face::shape(std::string_view text) const {
  const int length = static_cast<int>(text.size());
  hb_buffer_reset(buffer_);
  hb_buffer_add_utf8(buffer_, text.data(), length, 0, length);
  hb_buffer_set_direction(buffer_, HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer_, HB_SCRIPT_LATIN);
  static const hb_language_t kEnglish = hb_language_from_string("en", -1);
  hb_buffer_set_language(buffer_, kEnglish);
  hb_shape(shaping_, buffer_, nullptr, 0);

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_, &count);
  const double scale = size_ / hb_face_get_upem(hb_font_get_face(shaping_));
  Run run;
  run.glyphs.reserve(count);
  run.clusters.reserve(count);
  for (unsigned i = 0; i < count;) {
    unsigned end = i;
    while (end < count && infos[end].cluster == infos[i].cluster) ++end;
    const unsigned next = end < count ? infos[end].cluster : static_cast<unsigned>(length);
    run.clusters.push_back({static_cast<int>(next - infos[i].cluster), static_cast<int>(end - i), run.width});
    for (; i < end; ++i) {
      run.glyphs.push_back({infos[i].codepoint, run.width + positions[i].x_offset * scale, -positions[i].y_offset * scale});
      run.width += positions[i].x_advance * scale;
    }
  }
  return run;
}

}  // namespace nbpublish::floor_program
