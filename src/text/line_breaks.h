// Break opportunities: UAX #14 for prose (ICU), rules of our own for code and addresses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nbpublish {

// Byte offsets (0 < offset < size) before which a line may begin in prose, by Unicode's line breaking algorithm.
// Offsets after a hyphen that the author wrote are among them.
std::vector<std::uint32_t> prose_breaks(std::string_view text);

// What stays whole in code inside text, in characters.
struct CodeBreakRules {
  std::size_t least_phrase;      // shorter phrases
  std::size_t least_name;        // shorter names: letters, figures and the _ - $ between them
  std::size_t least_camel_case;  // of a name that may part between its camelCase words
  std::size_t least_before;      // of a word, before a break inside it
  std::size_t least_member;      // of a word from a member's dot on: "index.json" stays whole
};
// In prose a reader takes the halves of a name for two names; in a column narrower than a name something has to give.
inline constexpr CodeBreakRules kProseCode{18, 28, 28, 8, 6}, kNarrowCode{12, 0, 11, 0, 0};

// The same for code inside text, without any hyphen: after `/ _ - : ( , = |` and `::`, after spaces, and before a member's dot; at least
// 3 characters stay on each side (docs/design.md, Code in text and links).
std::vector<std::uint32_t> code_breaks(std::string_view code, const CodeBreakRules& rules);

// More of them for where the alternative is a line full of holes: between camelCase words, with the same 3 characters on each side.
std::vector<std::uint32_t> camel_case_breaks(std::string_view code, const CodeBreakRules& rules);

}  // namespace nbpublish
