// Deadline: a moment of the steady clock by which something must have ended.
#pragma once

#include <algorithm>
#include <chrono>

namespace nbpublish {

class Deadline {
 public:
  // So long from now.
  explicit Deadline(std::chrono::milliseconds time) : end_(std::chrono::steady_clock::now() + time) {}

  // Rounded up, so that who waits so long finds it passed; zero from then on.
  std::chrono::milliseconds left() const {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end_ - std::chrono::steady_clock::now());
    return std::max(left, std::chrono::milliseconds{0});
  }
  bool has_passed() const { return left() == std::chrono::milliseconds{0}; }

 private:
  std::chrono::steady_clock::time_point end_;
};

}  // namespace nbpublish
