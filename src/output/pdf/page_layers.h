// How a frame page is divided for the file: what draw_part paints and the joiner puts together again.
#pragma once

#include <cstdint>
#include <vector>

#include "frame/frame.h"

namespace nbpublish {

// Each layer is a page of the part's surface and a content stream of the final page.
enum class Layer : std::uint8_t { Artifacts, Furniture, Body };

// The layers that hold something, in order of painting. A blank page has none.
std::vector<Layer> layers_of(const Page& page);

// Consecutive tagged items of one leaf: one marked-content sequence. Its place in the list is its MCID,
// as Cairo counts from 0 on every page.
struct MarkedRun {
  TagId tag = 0;
  std::size_t begin = 0, end = 0;  // items of the page; artifacts among them belong to their own layer
};
std::vector<MarkedRun> marked_runs(const Page& page);

}  // namespace nbpublish
