// The layout of a volume: chapters on their own, then front matter, contents, parity, folios and running heads.
#pragma once

#include "base/result.h"
#include "diag/diagnostic.h"
#include "frame/frame.h"
#include "layout/page/volume_input.h"

namespace nbpublish {

// An Environment error if the hyphenation dictionary is missing. Everything else is diagnostics.
Result<PagedVolume> layout_volume(const VolumeInput& input, DiagnosticSink& diagnostics);

}  // namespace nbpublish
