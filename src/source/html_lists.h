// How HTML's lists count: the attributes of <ol> and <li>.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "document/document.h"
#include "source/html_tokens.h"

namespace nbpublish {

// In figures, letters or Roman numerals, and up or down: by `type` and `reversed`, or by a list style in `style`, which is
// stronger, as in browsers. Returns what asks for another numbering, as the author wrote it, or nothing.
std::string read_numbering(const HtmlToken& ol, List& list);

// What the first of the list's items counts. A list that counts down ends at one if it does not say where it starts.
std::int32_t first_number(const HtmlToken& ol, const List& list);

// The number that an item is given.
std::optional<std::int32_t> item_number(const HtmlToken& li);

}  // namespace nbpublish
