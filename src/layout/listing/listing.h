// Listings: code set line by line, wrapped with a mark, split only at good places.
#pragma once

#include "document/document.h"
#include "layout/galley/galley.h"
#include "layout/listing/listing_rules.h"

namespace nbpublish {

// Appends a group with the listing's rows to `galley`.
void add_listing(LayoutContext& context, const CodeBlock& code, const Block& block, const ListingRules& rules, Galley& galley);

// Columns of a listing's line numbers: those of three figures and a space, or of as many as the last number has; none without
// numbers.
int number_columns(const CodeBlock& code);

// Columns of code that fit beside so many (docs/design.md, Listings).
int code_columns(const LayoutContext& context, Length measure, int number_columns);

// What stands before the code of a bare listing: the rule beside its marked lines, if it has some.
Length bare_indent(const Style& style, const CodeBlock& code);

}  // namespace nbpublish
