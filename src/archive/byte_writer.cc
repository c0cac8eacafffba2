#include "archive/byte_writer.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace nbpublish {
namespace {

constexpr std::size_t kBuffer = 32u << 10;  // fits the processor's cache

}  // namespace

void ByteWriter::fixed(std::uint64_t value) {
  char bytes_of_value[8];
  for (char& byte : bytes_of_value) byte = static_cast<char>(value), value >>= 8;
  bytes({bytes_of_value, sizeof bytes_of_value});
}

void ByteWriter::bytes(std::string_view bytes) {
  if (hash_ != nullptr && bytes.size() >= kBuffer) {
    finish();
    return hash_->add(bytes);
  }
  if (buffer_.size() - used_ < bytes.size()) make_room(bytes.size());
  std::memcpy(buffer_.data() + used_, bytes.data(), bytes.size());
  used_ += bytes.size();
}

void ByteWriter::make_room(std::size_t size) {
  if (hash_ != nullptr) {
    finish();
    buffer_.resize(kBuffer);
  } else {
    buffer_.resize(std::max({kBuffer / 8, buffer_.size() * 2, used_ + size}));
  }
}

void ByteWriter::finish() {
  if (hash_ == nullptr) return;
  hash_->add(std::string_view(buffer_).substr(0, used_));
  used_ = 0;
}

std::string ByteWriter::take() {
  buffer_.resize(std::exchange(used_, 0));
  return std::move(buffer_);
}

}  // namespace nbpublish
