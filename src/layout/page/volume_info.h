// What a volume's files say of it.
#pragma once

#include "book/volume_texts.h"
#include "frame/frame.h"

namespace nbpublish {

VolumeInfo volume_info(const VolumeTexts& texts);

}  // namespace nbpublish
