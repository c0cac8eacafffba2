// Folios as PDF page labels see them: a numbering style and a number.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

enum class FolioStyle { Decimal, Roman, Literal };

struct Folio {
  FolioStyle style = FolioStyle::Literal;
  int number = 0;  // from 1; 0 for literals
};

// "214" and "xii" are numbers as a viewer would print them; "", "007", "iiii" and "Cover" are literals.
Folio parse_folio(std::string_view label);

}  // namespace nbpublish
