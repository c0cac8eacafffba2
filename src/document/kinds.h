// The words for the kinds of nodes, as dumps print them and ids are made from them: stable.
#pragma once

#include <string_view>

#include "document/document.h"

namespace nbpublish {

std::string_view kind_of(const Block& block);         // "paragraph", "code-block", ...
std::string_view kind_of(const Inline& inl);          // "text", "soft-break", ...
std::string_view word_of(PageText page);              // "" (by style), "never", "behind", "instead"
std::string_view word_of(AlertKind kind);             // "note", "tip", "important", "warning", "caution"
std::string_view word_of(ListNumbering numbering);    // "bullet", "decimal", "lower-alpha", ...: but for the first as CSS has them
std::string_view word_of(ColumnAlignment alignment);  // "default", "left", "center", "right"

}  // namespace nbpublish
