// Numbers in the cells of tables.
#pragma once

#include <optional>
#include <string>

#include "document/document.h"

namespace nbpublish {

// If the cell holds a number and nothing else, its decimals with their point: ".25", or nothing of a whole number. A number may
// have a sign and commas or no-break spaces between its thousands; code is none.
std::optional<std::string> decimals_of(const TableCell& cell);

// A hyphen that is the sign of a cell's number becomes a minus sign, in right-aligned columns also where more follows ("-5 %").
void set_minus_signs(Document& document);

}  // namespace nbpublish
