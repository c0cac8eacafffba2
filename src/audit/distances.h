// How often which distance occurs. To a tenth of a point: less is a rounding.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>

#include "base/length.h"

namespace nbpublish {

class Distances {
 public:
  void add(Length distance) {
    ++counts_[static_cast<int>(std::lround(distance.points() * 10))];
    ++count_;
  }

  std::size_t count() const { return count_; }
  // In tenths of a point, with how many are so large; the least first.
  const std::map<int, std::size_t>& by_tenths() const { return counts_; }
  // The lesser of equals. There must be one.
  Length most_frequent() const { return Length::pt(usual()->first / 10.0); }
  std::size_t most_frequent_count() const { return usual()->second; }

 private:
  std::map<int, std::size_t> counts_;
  std::size_t count_ = 0;

  std::map<int, std::size_t>::const_iterator usual() const {
    return std::max_element(counts_.begin(), counts_.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  }
};

}  // namespace nbpublish
