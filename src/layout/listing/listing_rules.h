// ListingRules: where a listing stands, and what it is joined to.
#pragma once

#include <optional>

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

}  // namespace nbpublish
