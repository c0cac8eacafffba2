// All volumes as one: the book of the ebook that has them as its parts.
#pragma once

#include <string_view>
#include <vector>

#include "book/book.h"

namespace nbpublish {

// Its key and file name; no volume may have it.
inline constexpr std::string_view kOmnibusKey = "omnibus";

// The topics of the volumes in their order under the manifest's words, or else the book's own. It has no number and is not among
// Book::volumes.
Volume omnibus_of(const Book& book, const std::vector<const Volume*>& volumes);

}  // namespace nbpublish
