// What stands behind the closing bracket of a link's text.
#pragma once

#include <cstddef>
#include <string_view>

namespace nbpublish {

// The offset behind `(address "title")`, `[label]` or nothing that follows the `]` before `pos`
// (CommonMark 0.29, section 6.5); the text is known to be a link.
std::size_t end_of_link_tail(std::string_view text, std::size_t pos);

bool is_ascii_punctuation(char c);

}  // namespace nbpublish
