// What shops are told of the ebook's accessibility: ONIX for Books 3.0, reference tags.
#pragma once

#include <string>

#include "output/epub/access.h"

namespace nbpublish {

// A message with one product: what the file is, whose, and its accessibility by code list 196. The publisher's own feed adds prices and
// rights; a shop matches the two by the identifier.
std::string onix_message(const Publication& publication, const AccessFacts& facts);

}  // namespace nbpublish
