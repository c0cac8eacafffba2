// A sealed part as bytes, to be kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "output/pdf/sealed_part.h"

namespace nbpublish {

std::string bytes_of(const SealedPart& part);
// Nothing if these are no bytes of a sealed part. What they say is believed: who keeps them keeps their checksum.
std::optional<SealedPart> sealed_part(std::string_view bytes);

}  // namespace nbpublish
