#include "output/pdf/write_pdf.h"

#include <memory>
#include <vector>

#include "output/pdf/check_volume.h"
#include "output/pdf/join_parts.h"
#include "output/pdf/linearize.h"
#include "output/pdf/part_store.h"
#include "output/pdf/seal_part.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

Result<SealedVolume> seal_parts(const PagedVolume& volume, const GlyphTables& tables, const PdfOptions& options) {
  const SealSettings settings(options, volume);
  NBP_TRY_ASSIGN(const PartPlaces places, places_of(volume.parts));
  SealedVolume out{volume.info, settings.sheets, {}, {}, places.behind};
  std::vector<Result<SealedPart>> sealed(volume.parts.size());
  out.furniture.resize(volume.parts.size());
  parallel_for(options.jobs, volume.parts.size(), [&](std::size_t i) {
    sealed[i] = seal_part(volume.parts[i], places.parts[i], settings, tables, options.store);
    out.furniture[i] = seal_furniture(volume.parts[i], settings, tables);
  });
  for (Result<SealedPart>& part : sealed) {
    if (!part) return std::unexpected(std::move(part.error()));
    out.parts.push_back(std::make_shared<const SealedPart>(std::move(*part)));
  }
  return out;
}

std::size_t headings_in(const PagedVolume& volume) {
  std::size_t count = 0;
  for (const PagedPart& part : volume.parts) count += part.outline.size();
  return count;
}

}  // namespace

Result<std::string> write_pdf(const PagedVolume& volume, const FontLibrary& fonts, const PdfOptions& options) {
  NBP_TRY(check_volume(volume));
  const GlyphTables tables(fonts);
  NBP_TRY_ASSIGN(const SealedVolume sealed, seal_parts(volume, tables, options));
  NBP_TRY_ASSIGN(std::string bytes, join_parts(sealed, tables, options));
  if (!options.linearized) return bytes;
  return linearized(bytes, headings_in(volume));
}

}  // namespace nbpublish
