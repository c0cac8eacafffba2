// How a frame page is divided for the file.
#pragma once

#include <cstdint>
#include <vector>

#include "frame/frame.h"

namespace nbpublish {

// Consecutive tagged items of one leaf: one marked-content sequence. Its place in the list is its MCID.
struct MarkedRun {
  TagId tag = 0;
  std::size_t begin = 0, end = 0;  // items of the page; artifacts among them are painted before all of them
};
std::vector<MarkedRun> marked_runs(const Page& page);

}  // namespace nbpublish
