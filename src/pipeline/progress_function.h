// Where a run says how far it has come.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace nbpublish {

// A line of progress; `done` of `all` may be 0 of 0 where there is nothing to count. Called from any thread.
using ProgressFunction = std::function<void(std::string_view stage, std::size_t done, std::size_t all)>;

// That a stage begins; nothing where nobody listens.
inline void begin_stage(const ProgressFunction& progress, std::string_view stage) {
  if (progress) progress(stage, 0, 0);
}

}  // namespace nbpublish
