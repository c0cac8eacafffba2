// ProcessRunner: other programs run to their end, with limits on time and output.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/result.h"
#include "platform/child.h"

namespace nbpublish {

struct ProcessRequest {
  std::vector<std::string> argv;              // argv[0] is looked up in PATH
  std::string input;                          // given on standard input
  std::chrono::milliseconds timeout{60'000};  // from its start to its end
  std::size_t most_output = 256u << 20;
};

// How a program ended, and what it said. At most one of timed_out and too_long is true; then we ended it, and what it
// would have answered is not known.
struct ProcessOutput {
  int exit_code = 0;  // 128 + signal if killed
  bool timed_out = false;
  std::string out, err;   // of `err` the first megabyte
  int signal = 0;         // that ended it, or 0; SIGKILL without timed_out and too_long: most likely the system had no memory left
  bool too_long = false;  // more than most_output, or 64 MB of errors

  bool is_done() const { return !timed_out && !too_long && signal == 0 && exit_code == 0; }
};

// "did not finish in time", "was killed by signal 9 (Killed)", "ended with exit code 3": behind the program's name.
std::string how_it_ended(const ProcessOutput& output);

class ProcessRunner {
 public:
  virtual ~ProcessRunner() = default;
  // An Environment error if the program cannot be started or waited for; a bad end is not an error here.
  [[nodiscard]] virtual Result<ProcessOutput> run(const ProcessRequest& request) = 0;
};

// When the program has ended, or was made to, so has everything that it started in its group.
class RealProcessRunner final : public ProcessRunner {
 public:
  [[nodiscard]] Result<ProcessOutput> run(const ProcessRequest& request) override;
};

}  // namespace nbpublish
