// The pages of the index: its lines in columns of equal height.
#pragma once

#include "book/volume_texts.h"
#include "layout/page/chapter_layout.h"
#include "layout/page/index_lines.h"

namespace nbpublish {

// The columns of one page as ranges [first, second) of the lines; fewer than asked for at the end. `capacity` is the
// most lines of each, that of the first column less by `reserved`. No blank line begins a column; where the rest
// fits on the page, the columns are as equal as may be.
using ColumnRange = std::pair<std::size_t, std::size_t>;
std::vector<ColumnRange> fill_columns(const std::vector<IndexLine>& lines, std::size_t first, int columns, int capacity, int reserved);

// The part of the index's key with its outline, page numbers from context.pages, or of other volumes from `elsewhere`. `context.tags` is
// moved into the part.
LaidOutChapter layout_index(LayoutContext& context, const VolumeIndex& index, const PageNumbers* elsewhere = nullptr);

}  // namespace nbpublish
