// The cover: drawn from the manifest's words, or the author's picture where it has a cover's shape.
#pragma once

#include <optional>

#include "base/geometry.h"
#include "output/epub/package.h"
#include "text/font_library.h"

namespace nbpublish {

// What outlets ask for (docs/design.md, The ebook's cover).
inline constexpr int kCoverWidth = 1600, kCoverHeight = 2560;

// The item with the property "cover-image". A picture that is not within 3 % of 1600 : 2560, or smaller,
// becomes a band in the drawn cover and a `cover-shape` diagnostic. A cover that is drawn fills a `page` if one is given.
Result<PackageItem> make_cover(const EpubInput& input, const FontLibrary& fonts, DiagnosticSink& diagnostics,
                               std::optional<Size> page = std::nullopt);

}  // namespace nbpublish
