// A run as a trace that Perfetto and chrome://tracing open.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/run_log.h"

namespace nbpublish {

inline constexpr std::size_t kMostTraceBytes = 5'000'000;

// JSON in the Trace Event Format: one complete event for each record, a track for each thread. Of more records than `most_bytes` hold, the
// shortest are left out, and "otherData" says how many.
std::string trace_json(const std::vector<RunLog::Record>& records, std::size_t most_bytes = kMostTraceBytes);

}  // namespace nbpublish
