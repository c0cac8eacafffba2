#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include "cli/output.h"

namespace nbpublish {

ProgressLine::ProgressLine(bool quiet) : quiet_(quiet), terminal_(isatty(STDERR_FILENO) != 0), start_(std::chrono::steady_clock::now()) {}
ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(std::string_view stage, std::size_t done, std::size_t all) {
  if (quiet_) return;
  const std::scoped_lock lock(mutex_);
  if (terminal_) {
    const std::string count = all > 0 ? fmt::format(" {}/{} chapters", done, all) : "";
    print_message(fmt::format("\r\x1b[K{}{} ({:.1f} s)", stage, count, seconds()));
    shown_ = true;
  } else if (stage != stage_) {
    print_message(fmt::format("{}\n", stage));
  }
  stage_ = stage;
}

double ProgressLine::seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

void ProgressLine::clear() {
  const std::scoped_lock lock(mutex_);
  if (shown_) print_message("\r\x1b[K");
  shown_ = false;
}

}  // namespace nbpublish
