// The layout of one chapter, independent of all others but for the page numbers it prints.
#pragma once

#include <string>

#include "layout/page/chapter_heading.h"
#include "layout/page/page_builder.h"

namespace nbpublish {

// How much of a chapter's first page and of its tags its opener is. Its tags and links are the first of all; before its items stand
// frames and grounds.
struct OpenerExtent {
  std::size_t items = 0, links = 0, tags = 0;
  Length height;
  friend bool operator==(const OpenerExtent&, const OpenerExtent&) = default;
};

struct LaidOutChapter {
  PagedPart part;  // pages with x from the block's left edge, no furniture, no labels
  std::vector<PageFacts> facts;
  ChapterHeading heading;
  OpenerExtent opener{};
};

// The document with its opener. `context.tags` must be `tags` of a fresh
// tree; it is moved into the part.
LaidOutChapter layout_chapter(LayoutContext& context, const Document& document, ChapterHeading heading, TextSides sides = {});

// Sets the opener anew, with the page numbers of `context`, whose tags must be a fresh tree. False, and nothing is changed, if it
// would take other room than before: then the chapter must be laid out with these numbers. So the numbers of an opener's map, which
// are known last, do not cost a second layout of every chapter.
bool renew_opener(LayoutContext& context, LaidOutChapter& chapter);

}  // namespace nbpublish
