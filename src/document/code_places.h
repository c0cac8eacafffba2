// From a byte of a listing's text to its place in the file.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/document.h"

namespace nbpublish {

// Asked for bytes in ascending order, so that all of a listing's take the time of one. The block outlives the object, and its text
// stays what it is while the object is asked.
class CodePlaces {
 public:
  CodePlaces(const CodeBlock& code, const Block& block) : code_(code), block_(block), text_(code.text) {}

  // The character at byte `at`, inside its line, whatever has been added to its text; that of the block where the places of its lines are
  // not known.
  SourceSpan of(std::size_t at);

 private:
  const CodeBlock& code_;
  const Block& block_;
  std::string_view text_;
  std::size_t counted_ = 0, line_ = 0, line_begin_ = 0;
};

}  // namespace nbpublish
