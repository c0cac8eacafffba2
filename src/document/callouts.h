// Callouts: numbers at the ends of a listing's lines, and the list that explains them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "document/document.h"

namespace nbpublish {

// "  // (1)" at the end of a line of code, from its first blank to the line's end: the mark of a comment and a number from 1 to 99.
struct Callout {
  std::uint32_t begin = 0;
  int number = 0;
};
std::optional<Callout> callout_in(std::string_view line);

// The last number of a listing whose callouts are 1, 2, 3 ... in the order of their first lines; 0 for one without callouts, and for plain
// text.
int last_callout(const CodeBlock& code);

// Whether `block`, which stands right below `before`, is the key of its callouts: a list from 1 to their last number, each of whose items
// is one paragraph.
bool is_key_of(const Block& before, const Block& block);

}  // namespace nbpublish
