// Addresses that stand in the text without any marks and are links all the same: cmark-gfm finds them, and
// pandoc is told. Where they end is a matter of opinion between parsers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// How many bytes of what cmark-gfm takes for an address are one: no double quotation mark, and no marks at
// its end.
std::size_t length_of_address(std::string_view text);

// The text for a parser that knows no bare addresses: each is written out as a link, [address](<address>).
// The nodes stay those of `places`.
std::string with_written_links(const SyntaxNode& places, const SourceText& source);

}  // namespace nbpublish
