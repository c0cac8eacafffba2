// A sealed part as bytes, to be kept: encode() and decode() of archive.h. What they say is believed: who keeps them keeps their checksum.
#pragma once

#include "archive/archive.h"
#include "output/pdf/sealed_part.h"

namespace nbpublish {

NBP_ARCHIVED_ELSEWHERE(SealedPart)

}  // namespace nbpublish
