// Content streams as operators with their operands (ISO 32000-1, 7.8.2).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "preflight/limits.h"

namespace nbpublish {

struct Operand {
  enum class Kind : std::uint8_t { Number, Name, String, Other };
  Kind kind = Kind::Other;
  double number = 0;
  std::string text;  // of a name with its slash, of a string its bytes
};

// Arrays and dictionaries are flat: their elements stand among the operands. That is all that TJ, d, BDC and
// inline images need, and nothing can nest.
using Operands = std::vector<Operand>;

// Calls `visit` for each operator in `content`. An inline image is one operator, "BI", whose operands are the
// keys and values of its dictionary. Spends the budget; throws LimitPassed.
void read_content(const std::string& content, Budget& budget, const std::function<void(std::string_view, const Operands&)>& visit);

}  // namespace nbpublish
