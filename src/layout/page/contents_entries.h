// What the tables of contents and the lists of captions say, before there are pages.
#pragma once

#include <vector>

#include "document/caption_list.h"
#include "layout/page/contents.h"
#include "layout/page/texts_in_order.h"

namespace nbpublish {

// The topics and their chapters.
std::vector<ContentsEntry> glance_entries(const std::vector<TopicTexts>& topics);
// Topics, chapters, their sections and all matter that has a title, in reading order; `in_order` are texts_in_order().
std::vector<ContentsEntry> full_entries(const VolumeTexts& texts, const std::vector<VolumeText>& in_order);
// Figures, tables or listings that have numbers; empty if the list would have fewer entries than `shortest`.
std::vector<ContentsEntry> caption_entries_of(const std::vector<VolumeText>& in_order, CaptionList list, int shortest);

}  // namespace nbpublish
