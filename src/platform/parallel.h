// parallel_for: the one way several threads compute something.
#pragma once

#include <cstddef>
#include <functional>

namespace nbpublish {

// Calls `body(i)` once for every i in [0, count), on at most `jobs` threads, and returns when all are
// done. `body` must write only to places of its own (slot i): then results don't depend on `jobs`.
void parallel_for(unsigned jobs, std::size_t count, const std::function<void(std::size_t)>& body);

// The number of threads that -j's default stands for.
unsigned default_jobs();

}  // namespace nbpublish
