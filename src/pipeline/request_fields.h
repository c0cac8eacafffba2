// The fields of what a run is asked for.
#pragma once

#include "archive/fields.h"
#include "pipeline/options.h"

namespace nbpublish {

NBP_FIELDS(Request, volumes, pdf, epub, sample, omnibus, cover, embed_fonts, editions, early_access, linearize, source_date)

}  // namespace nbpublish
