// A chapter's opener as a map: the sections that it holds, and the chapters that it builds on.
#pragma once

#include <set>
#include <string>

#include "layout/page/chapter_heading.h"
#include "layout/page/sheet.h"

namespace nbpublish {

// Adds the map from grid line `line` on: "In this chapter", its sections with their pages in two columns, and "You need" with the
// chapters, as many as one line holds. Returns the line after it; `line` if there is nothing to say: a chapter of too few sections,
// or of more than the columns hold, has no list of them.
int add_opener_map(LayoutContext& context, Sheet& sheet, const ChapterHeading& heading, int line);

// Adds the destinations whose pages a map may print.
void add_mapped_destinations(const ChapterHeading& heading, const Style& style, std::set<std::string>& names);

}  // namespace nbpublish
