// Topic tabs: a mark at the fore edge of every page of a topic, lower from topic to topic, so that a closed book shows them as stairs.
#pragma once

#include "frame/frame.h"
#include "style/style.h"

namespace nbpublish {

// Most places from the block's head to its foot; a thirteenth topic begins at the head again.
inline constexpr std::size_t kMostTabs = 12;

// Parts from "topic-N" up to the next belong to topic N; what stands before the first and behind the last chapter has no tab.
// The volume bleeds at its outer edges afterwards.
void add_tabs(PagedVolume& volume, const Style& style, const FontLibrary& fonts);

}  // namespace nbpublish
