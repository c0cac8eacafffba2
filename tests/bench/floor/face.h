// A face as FreeType, Cairo and HarfBuzz have it, and text shaped with it.
#pragma once

#include <cairo.h>
#include <ft2build.h>
#include <hb.h>

#include <string>
#include <string_view>
#include <vector>
#include FT_FREETYPE_H

namespace nbpublish::floor_program {

// Glyphs for some bytes that belong together: a letter, or a ligature.
struct Cluster {
  int bytes, glyphs;
  double pen;  // where the first of them begins
};

// Shaped text, in points from its own beginning. The text itself is the caller's.
struct Run {
  std::vector<cairo_glyph_t> glyphs;
  std::vector<Cluster> clusters;
  double width = 0;
};

class Face {
 public:
  // Throws std::runtime_error if the file is not there or is no font.
  explicit Face(const std::string& path, double size);
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;
  ~Face();

  // Latin text from left to right, with HarfBuzz's own font functions.
  Run shape(std::string_view text) const;

  cairo_font_face_t* cairo() const { return cairo_; }
  double size() const { return size_; }

 private:
  double size_;
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
  cairo_font_face_t* cairo_ = nullptr;
  hb_font_t* shaping_ = nullptr;
  hb_buffer_t* buffer_ = nullptr;
};

}  // namespace nbpublish::floor_program
