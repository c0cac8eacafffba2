// An exclusive lock on an open file or folder: of one process, whatever that is doing, and gone with it, however it ends.
#pragma once

#include <cstdint>

#include "platform/descriptor.h"

namespace nbpublish {

enum class LockState : std::uint8_t {
  Ours,     // until the descriptor closes
  Taken,    // by somebody who lives
  Unknown,  // the disk knows no locks
};

// Does not wait (flock(2)). A child that is started holds nothing of it.
LockState try_lock(const Descriptor& file);

}  // namespace nbpublish
