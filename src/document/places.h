// Places without words that links may lead to, <a id="name">: marks that no index lists.
#pragma once

#include <string>

#include "document/document.h"

namespace nbpublish {

Inline place(SourceSpan span, std::string name);

// The name of a place, empty if it has lost it to another one; null for other inlines.
const std::string* name_of_place(const Inline& inl);
inline bool is_place(const Inline& inl) { return name_of_place(inl) != nullptr; }

// Takes the places out of the words and returns their names.
std::vector<std::string> take_places(Inlines& words);

}  // namespace nbpublish
