// What links call the places of a book's texts.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "book/book.h"
#include "document/captions.h"
#include "pipeline/book_texts.h"

namespace nbpublish {

// By the texts' keys; that of "" is a text's own. Figures, tables and listings are numbered by topic, and by appendix.
using BookPlaceNames = std::map<std::string, PlaceNames>;
BookPlaceNames number_places(const Book& book, const BookTexts& texts);

// Chapters in the order of the book, then matter.
std::vector<const TextFacts*> facts_in_order(const Book& book, const BookTexts& texts);

}  // namespace nbpublish
