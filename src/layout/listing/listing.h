// Listings: code set line by line, wrapped with a mark, split only at good places.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "layout/galley/galley.h"

namespace nbpublish {

struct ListingRules {
  Length left, measure;   // of the column the listing stands in
  int group = -1;         // group around the listing
  TagId parent = kRootTag;
  // What a listing printed is joined to it (document/output_of.h): both stand in one group, which is brought to the
  // grid, and the rule beside the output is dotted.
  bool joined_above = false, joined_below = false;
  // In a table's cell: code in this size, without rule, ground or white of its own.
  std::optional<TextStyle> bare{};
};

// Appends a group with the listing's rows to `galley`.
void add_listing(LayoutContext& context, const CodeBlock& code, const Block& block, const ListingRules& rules, Galley& galley);

// A line number's three figures and a space.
inline constexpr int kNumberColumns = 4;

// Columns of code that fit (design brief, section 2): check, print and previews read this one number.
int code_columns(const LayoutContext& context, Length measure, bool line_numbers);

}  // namespace nbpublish
