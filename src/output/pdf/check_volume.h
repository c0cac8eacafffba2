// What must hold of frames before they become a file.
#pragma once

#include "base/result.h"
#include "frame/frame.h"

namespace nbpublish {

// Links and outline lead to destinations that exist, links stand in the structure tree, tags are the
// part's, parents come before children, furniture has no pictures. Layout promises all of it: an Internal error says what is wrong
// and where.
Status check_volume(const PagedVolume& volume);

}  // namespace nbpublish
