#include "output/pdf/page_layers.h"

namespace nbpublish {

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
