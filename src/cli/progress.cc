#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "cli/output.h"

namespace nbpublish {
namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string words_of_time(double seconds) {
  const long whole = std::max(1L, std::lround(seconds));
  return whole < 100 ? fmt::format("{} s", whole) : fmt::format("{} min", (whole + 30) / 60);
}

}  // namespace

std::string progress_words(std::string_view stage, const StageProgress& progress, std::optional<double> seconds_left) {
  std::string out(stage);
  if (progress.all > 0) out += fmt::format(": {}/{} chapters", progress.done, progress.all);
  const auto [made, found] = progress.tally;
  if (progress.all > 0 && made + found > 0) out += fmt::format(", {} made, {} cached", made, found);
  if (seconds_left) out += fmt::format(", {} left", words_of_time(*seconds_left));
  return out;
}

std::optional<double> seconds_left(const StageProgress& progress, double seconds) {
  if (progress.done == 0 || progress.done >= progress.all || seconds < 1) return std::nullopt;
  return seconds / static_cast<double>(progress.done) * static_cast<double>(progress.all - progress.done);
}

ProgressLine::ProgressLine(bool quiet) : quiet_(quiet), terminal_(isatty(STDERR_FILENO) != 0), start_(Clock::now()), stage_start_(start_) {}
ProgressLine::~ProgressLine() { clear(); }

// A stage that counts from the first again has begun again: the next round of pages, the next volume. (Threads tell a little out of order.)
void ProgressLine::notice_stage(std::string_view stage, std::size_t done) {
  if (stage != stage_ || (done <= 1 && done < done_)) stage_start_ = Clock::now();
  stage_ = stage;
  done_ = done;
}

void ProgressLine::show(std::string_view stage, const StageProgress& progress) {
  if (quiet_) return;
  const std::scoped_lock lock(mutex_);
  if (!terminal_ && stage != stage_) print_message(fmt::format("{}\n", stage));
  notice_stage(stage, progress.done);
  if (!terminal_) return;
  const auto left = seconds_left(progress, seconds_since(stage_start_));
  print_message(fmt::format("\r\x1b[K{} ({:.1f} s)", progress_words(stage, progress, left), seconds()));
  shown_ = true;
}

double ProgressLine::seconds() const { return seconds_since(start_); }

void ProgressLine::clear() {
  const std::scoped_lock lock(mutex_);
  if (shown_) print_message("\r\x1b[K");
  shown_ = false;
}

}  // namespace nbpublish
