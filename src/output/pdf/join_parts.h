// Joining: sealed parts become one file. Copies bytes, and writes what a volume has once: pages, fonts, catalogue, outline.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "frame/page_boxes.h"
#include "output/pdf/glyph_tables.h"
#include "output/pdf/pdf_options.h"
#include "output/pdf/sealed_part.h"

namespace nbpublish {

struct SealedVolume {
  VolumeInfo info;
  Sheets sheets;
  SealedParts parts;
  std::vector<SealedFurniture> furniture;  // of the parts
  ObjectNumber behind_parts = 0;           // PartPlaces::behind
};

// The bytes of the file; what it is, write_pdf() says.
Result<std::string> join_parts(const SealedVolume& volume, const GlyphTables& tables, const PdfOptions& options);

}  // namespace nbpublish
