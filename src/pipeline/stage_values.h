// The values that stages give for one chapter, with what was said while they were made: archive.h's functions know them, too.
#pragma once

#include "archive/archive.h"
#include "layout/page/kept_layouts.h"
#include "pipeline/read_text.h"
#include "source/read_chapter.h"

namespace nbpublish {

// What is known of each page stands beside it, and the opener is on the first.
bool is_sound(const LaidOutChapter& chapter, const Decoding& with);
bool is_sound(const ChapterMade& made, const Decoding& with);
// As its document.
bool is_sound(const ReadResult& read, const Decoding& with);

NBP_ARCHIVED_ELSEWHERE(ReadResult)
NBP_ARCHIVED_ELSEWHERE(std::vector<DiagramFence>)
NBP_ARCHIVED_ELSEWHERE(ReadText)
NBP_ARCHIVED_ELSEWHERE(Picture)
NBP_ARCHIVED_ELSEWHERE(LaidOutChapter)
NBP_ARCHIVED_ELSEWHERE(ChapterMade)

}  // namespace nbpublish
