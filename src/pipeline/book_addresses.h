// Where the links of a volume may lead, in it and in the rest of the book.
#pragma once

#include <map>
#include <string>

#include "book/book.h"
#include "document/addresses.h"
#include "document/document.h"

namespace nbpublish {

// The texts that were read, by their keys.
struct ReadTexts {
  std::map<std::string, Document> documents;
  std::map<std::string, std::map<std::string, std::string>> names;  // names_of() each, once their captions have numbers
};

// All chapters of the book, then its matter, as `volume` sees them. What was not read has no anchors and no names.
BookAddresses book_addresses(const Book& book, const Volume& volume, const ReadTexts& texts, bool early_access);

}  // namespace nbpublish
