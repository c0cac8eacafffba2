// Progress: one changing line on a terminal, plain lines elsewhere, nothing when quiet.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "graph/run_log.h"

namespace nbpublish {

// Chapters, in a stage.
struct StageProgress {
  std::size_t done = 0, all = 0;  // 0 of 0: there is nothing to count
  RunLog::Tally tally{};          // of the run so far
};

// "setting: 12/45 chapters, 3 made, 9 cached, 20 s left".
std::string progress_words(std::string_view stage, const StageProgress& progress, std::optional<double> seconds_left);

// How long a stage that has taken `seconds` for what is done will take for the rest. Nothing in its first second, nor before anything is
// done.
std::optional<double> seconds_left(const StageProgress& progress, double seconds);

class ProgressLine {
 public:
  explicit ProgressLine(bool quiet);
  ~ProgressLine();
  void show(std::string_view stage, const StageProgress& progress);
  // Takes the line away, so that something else can be printed.
  void clear();
  // Since it was made.
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  bool quiet_, terminal_;
  bool shown_ = false;
  Clock::time_point start_, stage_start_;
  std::string stage_;
  std::size_t done_ = 0;  // of the stage, as told last
  std::mutex mutex_;

  void notice_stage(std::string_view stage, std::size_t done);
};

}  // namespace nbpublish
