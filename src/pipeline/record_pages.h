// What a VolumeRecord has of pages.
#pragma once

#include "pipeline/volume_build.h"
#include "pipeline/volume_record.h"

namespace nbpublish {

// A layout of the volume in the style.
RecordedLayout record_layout(const VolumeBuild& build, const Style& style, const Typography& typography, const PagedVolume& pages,
                             unsigned jobs);

}  // namespace nbpublish
