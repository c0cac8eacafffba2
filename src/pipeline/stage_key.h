// StageKey: by what the store knows a stage's value: the hash of all that the value depends on.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/hash.h"
#include "base/hash_stream.h"

namespace nbpublish {

class StageKey {
 public:
  // The stage's word. Of another program, or with other libraries, each stage has other keys.
  explicit StageKey(std::string_view stage);

  StageKey& add(std::string_view text);
  StageKey& add(std::uint64_t number);
  StageKey& add(Hash128 hash) { return add(hash.high).add(hash.low); }
  Hash128 key() const { return hash_.hash(); }

 private:
  HashStream hash_;
};

}  // namespace nbpublish
