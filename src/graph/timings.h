// What a run's time went to, as a table for people.
#pragma once

#include <string>
#include <vector>

#include "graph/run_log.h"

namespace nbpublish {

inline constexpr std::size_t kMostTimingLines = 30;

// A row for each stage, the dearest first: how often it ran, how much was made and how much came from the cache, its CPU time and its
// share of all of it, and the longest run of it. At most kMostTimingLines lines, the head and the sum among them: the cheapest stages are
// summed up if there are more.
std::string timings_table(const std::vector<RunLog::Record>& records);

}  // namespace nbpublish
