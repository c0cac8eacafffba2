// Words that run right to left, in text and in code.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace nbpublish {

// Whether anything in a text asks for another direction than left to right.
bool may_run_right_to_left(std::string_view text);

// The words of code that run right to left, as bytes [first, second), in order. Only the letters of each of them run so: spaces, brackets,
// figures and the order of words are those of the text, or a listing would show another program than it is.
std::vector<std::pair<std::uint32_t, std::uint32_t>> right_to_left_words(std::string_view code);

}  // namespace nbpublish
