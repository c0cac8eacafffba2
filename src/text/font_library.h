// FontLibrary: the faces of fonts/fonts.toml, opened, checked and measured. Immutable after loading and
// shared by all threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "base/result.h"
#include "platform/file_system.h"
#include "text/font_entry.h"

struct hb_font_t;

namespace nbpublish {

// Index of a face in its library. Small, stable for one library, used in every glyph run.
using FontId = std::uint16_t;

// What is measured from the outlines, in units of the em: 1.0 = the size. OS/2 is not believed.
struct FontMetrics {
  double ascender = 0, descender = 0;   // hhea, descender negative
  double x_height = 0, cap_height = 0;  // drawn height of "x" and "H"
  double space = 0;                     // advance of U+0020
};

class FontLibrary {
 public:
  struct Face;

  // Reads `folder/fonts.toml`, then every file; an Environment error names a missing or altered face
  // and the step that brings it.
  static Result<FontLibrary> load(const FileSystem& files, const std::filesystem::path& folder);

  FontLibrary(FontLibrary&&) noexcept;
  FontLibrary& operator=(FontLibrary&&) noexcept;
  ~FontLibrary();

  std::size_t size() const;
  const FontEntry& entry(FontId id) const;
  const FontMetrics& metrics(FontId id) const;
  // The bytes of the font file; live as long as the library.
  std::string_view bytes(FontId id) const;
  // HarfBuzz's font, scaled to units of the em (units_per_em), immutable.
  hb_font_t* hb_font(FontId id) const;
  unsigned units_per_em(FontId id) const;
  bool has_glyph(FontId id, char32_t code_point) const;
  // Whether every letter of the face is as wide as the others.
  bool has_one_width(FontId id) const;

  // The face nearest to the request: same family and slant first, then nearest weight. The family must be
  // in the manifest (an assertion: style files are checked when they are read).
  FontId find(std::string_view family, int weight, bool italic) const;
  bool has_family(std::string_view family) const;
  // `wanted` if it has the character, else the first fallback face that does, else `wanted`.
  FontId face_for(char32_t code_point, FontId wanted) const;
  // True if neither `wanted` nor a fallback face has the character, and it is one that is drawn (missing-glyph).
  bool is_missing(char32_t code_point, FontId wanted) const;

 private:
  FontLibrary();
  std::vector<std::unique_ptr<Face>> faces_;
};

}  // namespace nbpublish
