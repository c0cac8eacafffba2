// Listings: code set line by line, wrapped with a mark, split only at good places.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "layout/galley/galley.h"

namespace nbpublish {

struct ListingRules {
  Length left, measure;  // of the column the listing stands in
  int group = -1;        // group around the listing
  TagId parent = kRootTag;
  // What a listing printed is joined to it (document/output_of.h): both stand in one group, which is brought to the
  // grid, and the rule beside the output is dotted.
  bool joined_above = false, joined_below = false;
  // In a table's cell: code in this size, without rule, ground or white of its own.
  std::optional<TextStyle> bare{};
};

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
