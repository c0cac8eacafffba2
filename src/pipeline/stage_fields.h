// The fields of what stages give for one chapter.
#pragma once

#include "archive/frame_fields.h"
#include "archive/root.h"
#include "layout/page/chapter_layout.h"
#include "source/read_chapter.h"

namespace nbpublish {

NBP_FIELDS(ReadResult, document, is_left_out, diagnostics)

NBP_FIELDS(PageFacts, opener, plain, section)
NBP_FIELDS(MapEntry, words, target, references)
NBP_FIELDS(ChapterHeading, number, short_title, title, standfirst, sections, needs, heads_entries)
NBP_FIELDS(OpenerExtent, items, links, tags, height)
NBP_FIELDS(LaidOutChapter, part, facts, heading, opener)
NBP_FIELDS(ChapterMade, laid_out, diagnostics)

NBP_ROOT(ReadResult, "read", 1)
NBP_ROOT(LaidOutChapter, "laid-out", 2)
NBP_ROOT(ChapterMade, "chapter", 2)

}  // namespace nbpublish
