// The cover as the first page of a volume for screens.
#pragma once

#include "base/result.h"
#include "diag/diagnostic.h"
#include "frame/frame.h"
#include "pipeline/volume_build.h"

namespace nbpublish {

// A part of one page, labelled "Cover": the picture, whole, as large as the page allows and in its middle, with `alt` for
// those who do not see it.
PagedPart cover_part(PicturePtr picture, Size trim, std::string alt);

// "Cover: What Node Does. Volume I, by Ada Author.", as far as the words are known.
std::string cover_words(const VolumeInfo& info);

// The e-book's cover for pages of that size, to stand in front of them; a drawn one fills its page. The manifest's picture is among the
// build's if load_cover put it there.
Result<PagedPart> screen_cover(Size trim, const VolumeInfo& info, const VolumeBuild& build, const FontLibrary& fonts,
                               DiagnosticSink& diagnostics);

}  // namespace nbpublish
