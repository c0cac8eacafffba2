// Terms of the index as one writes them: code in backquotes, the levels of an entry parted by '!'.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace nbpublish {

inline constexpr std::size_t kMostIndexLevels = 3;

// The words of the inlines, blanks joined, inline code in backquotes.
std::string term_of(const Inlines& inlines);
// The reverse: Texts and Codes at `span`.
Inlines inlines_of_term(std::string_view term, SourceSpan span = {});
// The term without its backquotes.
std::string plain_term(std::string_view term);

// "streams!readable" -> "streams", "readable". A '!' in backquotes is a character; empty levels go.
std::vector<std::string> levels_of(std::string_view entry);
// "streams!readable; buffers" -> the two entries that see= names.
std::vector<std::string> references_of(std::string_view list);

}  // namespace nbpublish
