#include "output/pdf/heading_tags.h"

#include <cassert>

namespace nbpublish {
namespace {

constexpr int kFirst = static_cast<int>(TagRole::H1), kDeepest = 6;

}  // namespace

// By the lists of children that the parents imply; no recursion, since nesting is the author's.
std::vector<TagId> reading_order(const TagTree& tree) {
  constexpr TagId kNone = kArtifact;
  const std::size_t count = tree.nodes.size();
  std::vector<TagId> last_child(count, kNone), sibling_before(count, kNone), order, pending{kRootTag};
  for (TagId tag = 1; tag < count; ++tag) {
    TagId& last = last_child[tree.nodes[tag].parent];
    sibling_before[tag] = last;
    last = tag;
  }
  while (!pending.empty()) {
    order.push_back(pending.back());
    pending.pop_back();
    for (TagId child = last_child[order.back()]; child != kNone; child = sibling_before[child]) pending.push_back(child);
  }
  return order;
}

int heading_level(TagRole role) {
  const int level = static_cast<int>(role) - kFirst + 1;
  return level >= 1 && level <= kDeepest ? level : 0;
}

TagRole heading_role(int level) {
  assert(level >= 1 && level <= kDeepest);
  return static_cast<TagRole>(kFirst + level - 1);
}

}  // namespace nbpublish
