#include "output/pdf/page_layers.h"

#include <algorithm>

namespace nbpublish {

std::vector<Layer> layers_of(const Page& page) {
  const auto artifact = [](const FrameItem& item) { return item.tag == kArtifact; };
  std::vector<Layer> result;
  if (std::any_of(page.items.begin(), page.items.end(), artifact)) result.push_back(Layer::Artifacts);
  if (!page.furniture.empty()) result.push_back(Layer::Furniture);
  if (!std::all_of(page.items.begin(), page.items.end(), artifact)) result.push_back(Layer::Body);
  return result;
}

std::vector<MarkedRun> marked_runs(const Page& page) {
  std::vector<MarkedRun> runs;
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    const TagId tag = page.items[i].tag;
    if (tag == kArtifact) continue;
    if (runs.empty() || runs.back().tag != tag) runs.push_back({tag, i, i});
    runs.back().end = i + 1;
  }
  return runs;
}

}  // namespace nbpublish
