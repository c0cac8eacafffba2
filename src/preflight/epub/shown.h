// Words out of the book that a finding shows.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

// Valid UTF-8 on one line, cut with an ellipsis to kMostShownBytes.
std::string shown_word(std::string_view word);
// The same in single quotation marks.
std::string in_quotes(std::string_view word);

// Whether `word` is one of those that white space separates in `list`.
bool has_word(std::string_view list, std::string_view word);

}  // namespace nbpublish
