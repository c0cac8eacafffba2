// What a placed segment shows.
#pragma once

#include <vector>

#include "layout/galley/segment.h"

namespace nbpublish {

struct SegmentContent {
  std::vector<FrameItem> items;  // in reading order
  std::vector<LinkArea> links;
  std::vector<NamedPlace> places;
};

// The frames of its groups and its rows, all moved down by `top`.
SegmentContent content_of(const Galley& galley, const PlacedSegment& segment, Length top);

}  // namespace nbpublish
