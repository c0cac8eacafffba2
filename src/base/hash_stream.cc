#include "base/hash_stream.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace nbpublish {
namespace {

XXH3_state_t* state_in(std::byte* bytes) { return reinterpret_cast<XXH3_state_t*>(bytes); }
const XXH3_state_t* state_in(const std::byte* bytes) { return reinterpret_cast<const XXH3_state_t*>(bytes); }

}  // namespace

HashStream::HashStream() {
  static_assert(sizeof(XXH3_state_t) <= kStateSize && alignof(XXH3_state_t) <= 64);
  XXH3_128bits_reset(new (state_) XXH3_state_t);
}

void HashStream::add(std::string_view bytes) { XXH3_128bits_update(state_in(state_), bytes.data(), bytes.size()); }

Hash128 HashStream::hash() const {
  const XXH128_hash_t h = XXH3_128bits_digest(state_in(state_));
  return {h.high64, h.low64};
}

}  // namespace nbpublish
