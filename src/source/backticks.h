// Runs of backticks, between which code stands in a line.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace nbpublish {

// The offset behind the run of backticks that begins at `pos`.
std::size_t end_of_backticks(std::string_view text, std::size_t pos);

// The offset behind the code span whose first backtick is at `pos`: behind the next run of as many (CommonMark, section 6.1). Nothing if
// none follows, so that the first run is text.
std::optional<std::size_t> end_of_code_span(std::string_view text, std::size_t pos);

}  // namespace nbpublish
