#include "document/heading_levels.h"

namespace nbpublish {

int HeadingLevels::next(int level) {
  while (!open_.empty() && open_.back() >= level) open_.pop_back();
  open_.push_back(level);
  return static_cast<int>(open_.size());
}

}  // namespace nbpublish
