// 128-bit content hashes (xxHash) for keys; SHA-256 is for what is published (see sha256.h).
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace nbpublish {

struct Hash128 {
  std::uint64_t high = 0, low = 0;
  friend constexpr auto operator<=>(const Hash128&, const Hash128&) = default;
};

// Stable over machines and releases of this program.
Hash128 hash128(std::string_view bytes, std::uint64_t seed = 0);
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);
std::string to_hex(Hash128 hash);        // 32 lower-case digits
std::string to_hex(std::uint64_t hash);  // 16 lower-case digits

// For hash tables with text as their key that are asked with views. Not noexcept, so that the standard library keeps each
// key's hash beside it.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return static_cast<std::size_t>(hash64(text)); }
};

}  // namespace nbpublish
