// What shows nothing: white space, and characters that no face draws.
#pragma once

#include <string_view>

#include "document/document.h"

namespace nbpublish {

// Whether nothing of the text can be seen.
bool is_blank(std::string_view text);
// The same of inlines, alternative texts counted as words. A picture without one cannot be read either.
bool is_blank(const Inlines& inlines);

}  // namespace nbpublish
