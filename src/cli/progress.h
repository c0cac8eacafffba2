// Progress: one changing line on a terminal, plain lines elsewhere, nothing when quiet.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

namespace nbpublish {

class ProgressLine {
 public:
  explicit ProgressLine(bool quiet);
  ~ProgressLine();
  void show(std::string_view stage, std::size_t done, std::size_t all);
  // Takes the line away, so that something else can be printed.
  void clear();
  // Since it was made.
  double seconds() const;

 private:
  bool quiet_, terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point start_;
  std::string stage_;
  std::mutex mutex_;
};

}  // namespace nbpublish
