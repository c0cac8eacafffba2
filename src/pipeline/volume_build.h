// One volume on its way: documents, pictures, style and fonts together.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "figure/picture_maker.h"
#include "layout/page/volume_layout.h"
#include "output/epub/write_epub.h"
#include "pipeline/load_documents.h"
#include "pipeline/options.h"
#include "pipeline/typography.h"

namespace nbpublish {

// The printed pages of the volumes that were made before, by the styles that they were set in.
using PagesByStyle = std::map<const Style*, PageNumbers>;  // looked up only
// Adds where everything is printed in the volume.
void add_pages(const PagedVolume& volume, PageNumbers& pages);

struct VolumeBuild {
  VolumeTexts texts;
  PictureTable pictures{};
  std::vector<const Volume*> parts{};  // of an omnibus
  Status refusal{};                    // of the machine to read a picture
  PictureMaker* maker = &pictures_here();
  const PagesByStyle* elsewhere = nullptr;  // for indexes of the whole set; null: none are known
  Store* store = nullptr;                   // of what was laid out before; null: nothing is kept
  PackStore* packs = nullptr;               // of what ebooks and covers were made of before; null: as above

  // Refers to this and to all that it is given.
  VolumeInput layout_input(const Style& style, const FontLibrary& fonts, const Execution& execution) const;
  EpubInput epub_input(std::string stylesheet, std::int64_t timestamp) const;
  const Book& book() const { return *texts.book; }
  const Volume& volume() const { return *texts.volume; }
};

Result<PagedVolume> lay_out(const VolumeBuild& build, const Style& style, const Typography& typography, const Execution& execution,
                            DiagnosticSink& diagnostics);

// When the book says it was made, unless SOURCE_DATE_EPOCH does: the manifest's date, else the newest chapter's, else 2000-01-01.
// Never the clock: equal input gives equal bytes.
std::int64_t timestamp_of(const Book& book, const std::vector<LoadedVolume>& volumes);

}  // namespace nbpublish
