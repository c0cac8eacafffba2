// Lines without words, which end paragraphs.
#pragma once

#include <string_view>

#include "base/ascii.h"

namespace nbpublish {

constexpr bool is_blank_line(std::string_view line) { return line.find_first_not_of(kMarkdownBlank) == line.npos; }

// The same of a line that may stand in a quotation: its marks are no words.
constexpr bool is_blank_in_quote(std::string_view line) { return line.find_first_not_of(" \t>") == line.npos; }

}  // namespace nbpublish
