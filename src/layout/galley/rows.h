// Turning set lines into rows.
#pragma once

#include "layout/galley/galley.h"

namespace nbpublish {

// A row of `height` whose baseline stands `drop` above its lower edge, holding `line` moved right by `left`.
GalleyRow row_of(SetLine line, Length height, Length drop, Length left);

// Puts marks before what the row shows: a bullet, a number.
void put_before(GalleyRow& row, std::vector<FrameItem> marks);

// Costs of page breaks inside a paragraph's rows: neither its first nor its last line stands alone.
void keep_paragraph_together(std::vector<GalleyRow>& rows, std::size_t first, std::size_t end);

// Forbids breaks before rows (first, end).
void keep_whole(std::vector<GalleyRow>& rows, std::size_t first, std::size_t end);

}  // namespace nbpublish
