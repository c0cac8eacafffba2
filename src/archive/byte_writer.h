// ByteWriter: where an encoding goes: into a string, or through a buffer into a hash.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "archive/integers.h"
#include "base/hash_stream.h"

namespace nbpublish {

class ByteWriter {
 public:
  ByteWriter() = default;
  // What is written becomes part of the hash as the buffer fills, the rest with finish().
  explicit ByteWriter(HashStream& hash) : hash_(&hash) {}

  void varint(std::uint64_t value) {
    if (buffer_.size() - used_ < kLongestVarint) make_room(kLongestVarint);
    char* at = buffer_.data() + used_;
    for (; value >= 0x80; value >>= 7) *at++ = static_cast<char>(value | 0x80);
    *at++ = static_cast<char>(value);
    used_ = static_cast<std::size_t>(at - buffer_.data());
  }
  // Eight bytes, the lowest first.
  void fixed(std::uint64_t value);
  void bytes(std::string_view bytes);
  // What was written, of one that writes into a string.
  std::string take();
  void finish();

 private:
  void make_room(std::size_t size);

  HashStream* hash_ = nullptr;
  std::string buffer_;
  std::size_t used_ = 0;
};

}  // namespace nbpublish
