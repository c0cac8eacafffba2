// HashStream: hash128() of bytes that come piece by piece.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/hash.h"

namespace nbpublish {

class HashStream {
 public:
  HashStream();
  void add(std::string_view bytes);
  // hash128() of all that was added, however it was cut; more may be added.
  Hash128 hash() const;

 private:
  // The library's state, whose type is its own affair.
  static constexpr std::size_t kStateSize = 640;
  alignas(64) std::byte state_[kStateSize];
};

}  // namespace nbpublish
