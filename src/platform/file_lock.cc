#include "platform/file_lock.h"

#include <sys/file.h>

#include <cerrno>

namespace nbpublish {

LockState try_lock(const Descriptor& file) {
  while (flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    return errno == EWOULDBLOCK ? LockState::Taken : LockState::Unknown;
  }
  return LockState::Ours;
}

}  // namespace nbpublish
