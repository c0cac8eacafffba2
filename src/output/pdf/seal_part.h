// Sealing: a part's pages as bytes that the join copies, see note [sealed parts]. The work of making a PDF; what it gives can be kept.
#pragma once

#include "base/result.h"
#include "frame/page_boxes.h"
#include "output/pdf/glyph_tables.h"
#include "output/pdf/part_place.h"
#include "output/pdf/pdf_options.h"
#include "output/pdf/sealed_part.h"

namespace nbpublish {

// What all parts of a file have in common.
struct SealSettings {
  SealSettings(const PdfOptions& options, const PagedVolume& volume)
      : theme(options.theme), ink(ink_of(options)), sheets{volume.trim, volume.edges} {}

  Theme theme;
  std::optional<Ink> ink;  // none: a screen's file, with links and a structure
  Sheets sheets;
  bool is_tagged() const { return !ink; }
};

// All of the part but its furniture and what its pages' numbers say. Depends on nothing but its arguments; of print files `place` and
// whatever moves whole pages sideways change nothing. An error names the part and the page.
Result<SealedPart> seal_part(const PagedPart& part, const PartPlace& place, const SealSettings& settings, const GlyphTables& tables);

// Running heads, folios, and where on its sheet each page's body stands.
SealedFurniture seal_furniture(const PagedPart& part, const SealSettings& settings, const GlyphTables& tables);

}  // namespace nbpublish
