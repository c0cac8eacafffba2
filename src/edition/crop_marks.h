// Crop marks: where the sheet is to be cut.
#pragma once

#include "frame/frame.h"

namespace nbpublish {

// Gives every page, blank ones too, four corners of marks in a slug beyond its bleed. They keep clear of what may carry ink.
void add_crop_marks(PagedVolume& volume);

}  // namespace nbpublish
