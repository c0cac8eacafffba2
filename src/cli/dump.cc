#include "cli/command.h"

namespace nbpublish {

int run_dump(const Arguments& arguments) {
  return run_text(arguments, [&](Command& c) { return dump_stage(arguments.stage, c.options(), c.environment(), c.diagnostics()); });
}

}  // namespace nbpublish
