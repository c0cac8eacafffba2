// What stands for a character that no output may carry.
#pragma once

namespace nbpublish {

// For a control character its picture (U+241B for an escape); U+FFFD for those that have none and for non-characters. Any other character,
// and tab, line feed and carriage return, stand for themselves.
char32_t shown_character(char32_t c);

}  // namespace nbpublish
