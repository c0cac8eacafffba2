// Integers in a form in which small ones are short (Protocol Buffers' encoding: varint and ZigZag).
#pragma once

#include <cstdint>

#include "frame/frame.h"

namespace nbpublish {

inline constexpr std::size_t kLongestVarint = 10;  // bytes of 64 bits, seven to a byte

// Numbers near zero, of either sign, become small: 0, -1, 1, -2 ...
constexpr std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value) { return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1)); }

// How far a 32-bit number is from another, and back, whatever the two are.
constexpr std::uint64_t distance(std::uint32_t from, std::uint32_t to) { return zigzag(static_cast<std::int32_t>(to - from)); }
constexpr std::uint32_t at_distance(std::uint32_t from, std::uint64_t distance) {
  return from + static_cast<std::uint32_t>(static_cast<std::uint64_t>(unzigzag(distance)));
}

// Both numbers of a cluster in one, which is below 128 for up to 15 bytes and 7 glyphs.
constexpr std::uint64_t packed(GlyphCluster cluster) {
  return (cluster.bytes & 15u) | (cluster.glyphs & 7u) << 4 | static_cast<std::uint64_t>(cluster.bytes >> 4) << 7 |
         static_cast<std::uint64_t>(cluster.glyphs >> 3) << 19;
}
constexpr GlyphCluster unpacked(std::uint64_t value) {
  return {static_cast<std::uint16_t>((value & 15) | (value >> 7 & 0xFFF) << 4),
          static_cast<std::uint16_t>((value >> 4 & 7) | (value >> 19 & 0x1FFF) << 3)};
}
inline constexpr std::uint64_t kLargestPacked = 0xFFFF'FFFF;

}  // namespace nbpublish
