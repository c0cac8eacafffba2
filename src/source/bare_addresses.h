// Addresses that stand in the text without any marks and are links all the same: cmark-gfm finds them, and
// pandoc is told. Where they end is a matter of opinion between parsers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// How many bytes of what cmark-gfm takes for an address are one: no double quotation mark, and no marks at
// its end.
std::size_t length_of_address(std::string_view text);

// An address in the text's bytes [begin, end), written out as a link for a parser that knows no bare ones: [address](<address>).
struct WrittenLink {
  std::size_t begin = 0, end = 0;
  std::string text;
};
// Of cmark-gfm's tree, in its order.
std::vector<WrittenLink> written_links(const SyntaxNode& places);

}  // namespace nbpublish
