// Where the links of a volume may lead, in it and in the rest of the book.
#pragma once

#include "book/book.h"
#include "document/addresses.h"
#include "pipeline/number_places.h"

namespace nbpublish {

// All chapters of the book, then its matter, as `volume` sees them. What was not read has no anchors and no names.
BookAddresses book_addresses(const Book& book, const Volume& volume, const BookTexts& texts, const BookPlaceNames& names,
                             bool early_access);

}  // namespace nbpublish
