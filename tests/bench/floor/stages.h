// The CPU time of one stage after the other.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "bench/measure.h"

namespace nbpublish::floor_program {

class Stages {
 public:
  // What has passed since the last call, or since the beginning.
  void done(std::string name) {
    const double now = testing::cpu_seconds();
    stages_.emplace_back(std::move(name), now - last_);
    last_ = now;
  }

  double whole() const { return last_ - begin_; }
  const std::vector<std::pair<std::string, double>>& all() const { return stages_; }  // seconds

 private:
  std::vector<std::pair<std::string, double>> stages_;
  double begin_ = testing::cpu_seconds(), last_ = begin_;
};

}  // namespace nbpublish::floor_program
