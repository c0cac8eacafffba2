// The layout of one chapter, independent of all others but for the page numbers it prints.
#pragma once

#include <string>

#include "layout/page/page_builder.h"

namespace nbpublish {

// What the opener and the furniture say of a chapter.
struct ChapterHeading {
  std::string number;       // "9.1"; empty for matter
  std::string short_title;  // for running heads
  Inlines title;
  Inlines standfirst;
};

struct LaidOutChapter {
  PagedPart part;  // pages with x from the block's left edge, no furniture, no labels
  std::vector<PageFacts> facts;
  ChapterHeading heading;
};

// The document with its opener. `context.tags` must be `tags` of a fresh
// tree; it is moved into the part.
LaidOutChapter layout_chapter(LayoutContext& context, const Document& document, ChapterHeading heading, TextSides sides = {});

}  // namespace nbpublish
