#include "cli/refusal.h"

#include <fmt/format.h>

#include "cli/output.h"

namespace nbpublish {

ExitCode report(const Error& error) {
  if (!error.message.empty()) print_message(fmt::format("nbpublish: {}\n", error.message));
  if (!error.hint.empty()) print_message(fmt::format("  hint: {}\n", error.hint));
  return exit_code_of(error.kind);
}

}  // namespace nbpublish
