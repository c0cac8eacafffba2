// ProcessRunner: other programs, started without a shell, with a time limit.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/result.h"

namespace nbpublish {

struct ProcessRequest {
  std::vector<std::string> argv;  // argv[0] is looked up in PATH
  std::string input;              // given on standard input
  std::chrono::milliseconds timeout{60'000};
};

struct ProcessOutput {
  int exit_code = 0;  // 128 + signal if killed
  bool timed_out = false;
  std::string out, err;
};

class ProcessRunner {
 public:
  virtual ~ProcessRunner() = default;
  // An Environment error if the program cannot be started; a bad exit code is not an error here.
  [[nodiscard]] virtual Result<ProcessOutput> run(const ProcessRequest& request) = 0;
};

class RealProcessRunner final : public ProcessRunner {
 public:
  [[nodiscard]] Result<ProcessOutput> run(const ProcessRequest& request) override;
};

}  // namespace nbpublish
