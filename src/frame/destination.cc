#include "frame/frame.h"

namespace nbpublish {

std::string destination_name(const InternalTarget& target) {
  return target.anchor.empty() ? target.chapter : target.chapter + "#" + target.anchor;
}

}  // namespace nbpublish
