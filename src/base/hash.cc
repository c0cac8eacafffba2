#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace nbpublish {

Hash128 hash128(std::string_view bytes, std::uint64_t seed) {
  const XXH128_hash_t h = XXH3_128bits_withSeed(bytes.data(), bytes.size(), seed);
  return {h.high64, h.low64};
}

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) { return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed); }

std::string to_hex(std::uint64_t hash) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out(16, '0');
  for (int i = 15; i >= 0; --i, hash >>= 4) out[i] = kDigits[hash & 15];
  return out;
}

std::string to_hex(Hash128 hash) { return to_hex(hash.high) + to_hex(hash.low); }

}  // namespace nbpublish
