// A command line that is read, and not run.
#pragma once

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <vector>

#include "cli/program.h"

namespace nbpublish::testing {

struct CommandLine {
  Commands commands = all_commands();
  Invocation invocation;
  Result<std::optional<std::string>> answer;

  explicit CommandLine(const std::vector<std::string>& words)
      : invocation(invocation_of(commands, words)), answer(read_options(form_of(invocation, commands), invocation.words)) {}

  // Of a command on a book, whose options were read.
  const RunOptions& asked() const {
    if (!answer) FAIL(answer.error().message);
    return dynamic_cast<const BookCommand&>(*invocation.command).asked();
  }
  const Reporting& reporting() const { return invocation.command->reporting(); }
  // Of what was refused: "message (hint)"; empty if nothing was.
  std::string refusal() const { return answer ? "" : answer.error().message + " (" + answer.error().hint + ")"; }
  // What is printed in place of a run.
  std::string text() const { return answer ? answer->value_or("") : ""; }
};

}  // namespace nbpublish::testing
