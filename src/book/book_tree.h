// The tree of a book as `nbpublish list` prints it.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "book/book.h"

namespace nbpublish {

// Volumes, topics and chapters with printed numbers, status and words, one on a line, in aligned columns,
// and the totals of each volume and the set. A chapter that the map doesn't have shows no words.
std::string list_book(const Book& book, const std::map<std::string, std::size_t>& words_by_chapter_key);

}  // namespace nbpublish
