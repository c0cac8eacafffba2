// The back of a wrap: what the book is about, its points, category, price and address.
#pragma once

#include "book/book.h"
#include "cover/cover_sheet.h"
#include "cover/wrap_geometry.h"

namespace nbpublish {

// The volume's words where it has them, else the book's; without a text of their own the description.
BackCover back_cover_of(const Book& book, const Volume& volume);

// Draws on the ground of the wrap; the barcode's panel is left alone. Text that is too long is set smaller, then cut: false.
bool draw_back(CoverSheet& sheet, const WrapGeometry& wrap, const CoverRules& rules, const BackCover& words);

}  // namespace nbpublish
