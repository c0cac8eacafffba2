#include "cli/run_command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <string_view>
#include <system_error>

#include "cli/output.h"
#include "cli/program.h"
#include "cli/refusal.h"
#include "figure/quiet.h"
#include "platform/leavings.h"
#include "workshop/worker.h"

namespace nbpublish {
namespace {

// Help and the like are results, what is wrong with the command line is a refusal.
ExitCode run_command(const Invocation& invocation, const Commands& commands) {
  const auto answer = read_options(form_of(invocation, commands), invocation.words);
  if (!answer) return report(answer.error());
  if (!*answer) return invocation.command->run();
  print_result(**answer);
  return kDone;
}

}  // namespace

int run_command_line(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == kPictureWorker) run_picture_worker();
  open_output();
  end_tidily_on_signals();
  keep_libraries_quiet();
  const Commands commands = all_commands();
  const Invocation invocation = invocation_of(commands, {argv + std::min(argc, 1), argv + argc});
  ExitCode code = kEnvironment;
  try {
    code = run_command(invocation, commands);
  } catch (const std::bad_alloc&) {
    print_message("nbpublish: there is not enough memory\n");
  } catch (const std::system_error& error) {  // no thread to be had, no working folder
    print_message(fmt::format("nbpublish: {}\n", error.what()));
  }
  return finish_output(code, invocation.command->reporting().json);
}

}  // namespace nbpublish
