// UTF-8 in and out. All text inside the program is valid UTF-8: sanitise() stands at every entry.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nbpublish {

// Decodes the code point that starts at `pos` and moves `pos` past it. Bytes that are not UTF-8
// give U+FFFD and advance by one, so a loop always ends.
char32_t next_code_point(std::string_view text, std::size_t& pos);
void append_utf8(std::string& out, char32_t code_point);
std::size_t count_code_points(std::string_view text);
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);
// "U+00A0": four hexadecimal digits, or as many as it takes.
std::string code_point_name(char32_t c);

// A copy in which every invalid byte and surrogate is U+FFFD and every other character what shown_character()
// has for it (base/shown_character.h). (Cairo's context is lost for good on any of them.)
std::string sanitise(std::string_view text);

}  // namespace nbpublish
