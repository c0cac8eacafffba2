#include "output/png/drawing_key.h"

#include "archive/encoder.h"
#include "archive/frame_fields.h"

namespace nbpublish {

Hash128 drawing_key(const Page& page, Size trim, const FontLibrary& fonts, const Theme& theme, double dpi) {
  HashStream hash;
  Encoder key(hash);
  key(page, trim, theme.colours, dpi, fonts.size());
  for (std::size_t font = 0; font < fonts.size(); ++font) key(fonts.entry(static_cast<FontId>(font)).sha256);
  key.finish();
  return hash.hash();
}

}  // namespace nbpublish
