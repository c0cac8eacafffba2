#include "cli/command.h"

namespace nbpublish {

int run_check(const Arguments& arguments) {
  Command command(arguments);
  if (const Status s = command.start(); !s) return report(s.error());
  const Status checked = check(command.options(), command.environment(), command.diagnostics());
  return checked ? command.finish({}, "checked") : command.finish_with(checked.error());
}

}  // namespace nbpublish
