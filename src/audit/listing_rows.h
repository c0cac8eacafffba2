// The rows of a listing: on their pages, and those that show one line of its source.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "audit/view.h"

namespace nbpublish {

// Rows from the first written one to the last on a page: blank lines hold no items, but take their height, which is `leading`.
std::map<std::size_t, std::size_t> rows_by_page(const AuditBlock& listing, Length leading);

// The source of a listing; null if it is not known, or if terminal escapes in it have become weight and slant.
const CodeBlock* source_of(const AuditPart& part, const AuditBlock& listing);

// Spaces, tabs and line ends aside, which layout sets by the style.
std::string written(std::string_view text);

// For each line of the source that is not blank the rows that show it, of which all but the first go on with a wrapped line. Empty
// if the source is not known, or if it is not what the rows show.
std::vector<std::vector<const AuditLine*>> rows_of_lines(const AuditPart& part, const AuditBlock& listing);

// All rows of a listing: of its source where it is known, since a blank one at the foot of a page is not set.
std::size_t row_count(const AuditPart& part, const AuditBlock& listing, Length leading);

}  // namespace nbpublish
