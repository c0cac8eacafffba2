// What a part must know of the parts before it: little, and seldom another.
#pragma once

#include <vector>

#include "base/result.h"
#include "document/heading_levels.h"
#include "frame/frame.h"
#include "output/pdf/pdf_syntax.h"

namespace nbpublish {

struct PartPlace {
  ObjectNumber first_number = 0;  // of its range
  HeadingLevels levels;           // as the headings before leave them, without what the part's first one closes
};

// Object numbers from here on belong to parts, see note [sealed parts]; the join has those behind the last range.
inline constexpr ObjectNumber kFirstOfParts = 16;
// A part has as many ranges as it may need; so that the parts behind it move only where it outgrows them.
inline constexpr ObjectNumber kRangeSize = 4096;

struct PartPlaces {
  std::vector<PartPlace> parts;
  ObjectNumber behind = kFirstOfParts;  // the last range
};

// All of a part that the places of the parts behind it depend on: who keeps a part's extent need not read the part to place others.
struct PartExtent {
  std::size_t numbers = 0;    // objects that it may need
  std::vector<int> headings;  // levels of those that get into the file, in reading order
};
PartExtent extent_of(const PagedPart& part);

// An Input error if there are not numbers enough in a file.
Result<PartPlaces> places_of(const std::vector<PartExtent>& parts);
Result<PartPlaces> places_of(const std::vector<PagedPart>& parts);

// Which tags of the part's tree get into the file: what is drawn or linked, what that stands in, and the cells of rows that stay.
std::vector<bool> kept_tags(const PagedPart& part);

}  // namespace nbpublish
