// Break opportunities: UAX #14 for prose (ICU), rules of our own for code and addresses.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace nbpublish {

// Byte offsets (0 < offset < size) before which a line may begin in prose, by Unicode's line breaking algorithm.
// Offsets after a hyphen that the author wrote are among them.
std::vector<std::uint32_t> prose_breaks(std::string_view text);

// The same for code inside text, without any hyphen: after `/ . _ - : ( , =` and `::`, after spaces, and
// between camelCase words of a piece that is longer than 20 characters; at least 3 characters stay on each
// side; a phrase of fewer than 12 characters has none (docs/design.md, Code in text and links).
std::vector<std::uint32_t> code_breaks(std::string_view code);

// More of them for where the alternative is a line full of holes: between the camelCase words of a piece longer than 10
// characters, in the same phrases, with the same 3 characters on each side.
std::vector<std::uint32_t> camel_case_breaks(std::string_view code);

}  // namespace nbpublish
