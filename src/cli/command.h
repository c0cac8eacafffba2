// A command: its options, and what it does once they are read.
#pragma once

#include <string_view>
#include <vector>

#include "cli/exit_codes.h"
#include "cli/option.h"
#include "cli/reporting.h"

namespace nbpublish {

// A line of help: what can be typed, and what it does.
struct Example {
  std::string_view line;  // without the program's name: "check --strict"
  std::string_view sentence;
};

class Command {
 public:
  // Both must outlive it. The sentence says in lower case what it does.
  Command(std::string_view name, std::string_view sentence) : name_(name), sentence_(sentence) {}
  virtual ~Command() = default;
  Command(const Command&) = delete;  // its options point into it
  Command& operator=(const Command&) = delete;

  std::string_view name() const { return name_; }
  std::string_view sentence() const { return sentence_; }
  virtual std::vector<Example> examples() const { return {}; }
  // In the order of its help. They write into this object.
  virtual std::vector<Option> options() = 0;
  // Does it, as the options now say, and prints what comes of it; the exit code. A wrong use that the parser cannot see is told here.
  virtual ExitCode run() = 0;
  const Reporting& reporting() const { return reporting_; }

 protected:
  Reporting reporting_;

 private:
  std::string_view name_, sentence_;
};

}  // namespace nbpublish
