// Which texts define terms.
#pragma once

#include <string_view>

#include "book/book.h"

namespace nbpublish {

// Chapters and appendices do. A glossary defines every term, and is in alphabetical order itself.
bool defines_terms(const Book& book, std::string_view key);

}  // namespace nbpublish
