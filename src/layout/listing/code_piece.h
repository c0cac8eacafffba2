// CodePiece: a visual line of a code line.
#pragma once

#include <cstdint>
#include <string>

namespace nbpublish {

// Bytes [begin, end), set `indent` columns in (0 for the first piece).
struct CodePiece {
  std::uint32_t begin = 0, end = 0;
  int indent = 0;
  // The mark of a comment that goes on, "// ", which is drawn up to the indent and is not content. Empty: a hook is drawn instead.
  std::string ghost{};
};

}  // namespace nbpublish
