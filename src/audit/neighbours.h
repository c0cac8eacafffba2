// What follows what in the column: paragraphs, headings, listings, lists and alerts below each other, on the level of the outermost two
// that part them.
#pragma once

#include <cstdint>
#include <vector>

#include "audit/view.h"

namespace nbpublish {

enum class PieceKind : std::uint8_t {
  Paragraph,
  Heading,
  Listing,  // its code stands next to the other piece: neither a caption nor a title
  List,
  Alert,
  Other,  // tables, figures, boxes, what is inside of one of all these
};

struct Piece {
  PieceKind kind{};
  TagId tag = kRootTag;
  const AuditLine* line = nullptr;  // its last on the page for the upper piece, the first for the lower
};

// Two that stand below each other on one page.
struct Neighbours {
  Piece upper, lower;
  Length gap() const { return lower.line->baseline - upper.line->baseline; }
  std::size_t page() const { return lower.line->page; }
};

// Those of a part, in reading order. Notes, bullets and turned pages are left out. Alerts are known if their document is.
std::vector<Neighbours> neighbours_of(const AuditPart& part);

}  // namespace nbpublish
