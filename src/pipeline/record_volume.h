// How a VolumeRecord is taken.
#pragma once

#include "pipeline/layouts.h"
#include "pipeline/volume_record.h"
#include "platform/file_system.h"

namespace nbpublish {

// Of a volume as it stands, with the layouts that were made of it.
VolumeRecord record_volume(const VolumeBuild& build, const Layouts& layouts, const Typography& typography, const RunOptions& options,
                           const FileSystem& files);

}  // namespace nbpublish
