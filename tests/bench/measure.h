// What the benchmarks measure with: CPU seconds of this process, so that other programs and a busy machine count little.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <string_view>

namespace nbpublish::testing {

inline constexpr int kRuns = 5;

inline double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// The least of several runs.
template <class F>
double least(const F& work) {
  double best = 1e9;
  for (int i = 0; i < kRuns; ++i) {
    const double before = cpu_seconds();
    work();
    best = std::min(best, cpu_seconds() - before);
  }
  return best;
}

// A stage as a share of the whole.
inline void print(std::string_view stage, double seconds, double whole) {
  fmt::print("{:<44} {:6.3f} s  {:3.0f} %\n", stage, seconds, 100 * seconds / whole);
}

}  // namespace nbpublish::testing
