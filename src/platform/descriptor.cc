#include "platform/descriptor.h"

#include <unistd.h>

namespace nbpublish {

void Descriptor::close() {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

}  // namespace nbpublish
