// What a VolumeRecord has of texts.
#pragma once

#include <vector>

#include "pipeline/volume_build.h"
#include "pipeline/volume_record.h"
#include "platform/file_system.h"

namespace nbpublish {

// All texts of the volume in its order: chapters, then matter. Their files are read again, for lines that the author knows.
std::vector<RecordedText> record_texts(const VolumeBuild& build, const FileSystem& files, unsigned jobs);

}  // namespace nbpublish
