// What the ebook and the print file say alike of the printed pages.
#pragma once

#include <optional>

#include "document/printed_pages.h"
#include "pipeline/volume_build.h"

namespace nbpublish {

// The pages of the print edition's layout. Their source is the manifest's identifier of the print edition, an ISBN as a URN; without
// one, a name that these pages alone have.
PrintedPages printed_pages(const VolumeBuild& build, const PagedVolume& layout);

// The first print edition of the manifest, or the usual one where it names no editions at all.
std::optional<Edition> print_edition_of(const Book& book);

}  // namespace nbpublish
