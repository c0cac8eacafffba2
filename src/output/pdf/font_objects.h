// Faces in a file: a subset of the glyphs that all parts draw, and what they say (note [glyph codes]).
#pragma once

#include "output/pdf/glyph_tables.h"
#include "output/pdf/glyph_use.h"
#include "output/pdf/pdf_file.h"

namespace nbpublish {

// Writes the composite font (ISO 32000-1, 9.7) with numbers from `next` on and gives its own. Depends on the face and the set of
// glyphs alone. An Internal error if HarfBuzz does not cut the face.
Result<ObjectNumber> add_font(PdfFile& file, ObjectNumber& next, const GlyphTables& tables, const FaceGlyphs& used);

}  // namespace nbpublish
