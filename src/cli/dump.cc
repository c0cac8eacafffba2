#include <algorithm>

#include "cli/command.h"
#include "diag/nearest.h"

namespace nbpublish {

int run_dump(const Arguments& arguments) {
  if (std::ranges::find(dump_stages(), arguments.stage) == dump_stages().end())
    return report(unknown_name("stage", arguments.stage, dump_stages()));
  return run_text(arguments, [&](Command& c) { return dump_stage(arguments.stage, c.options(), c.environment(), c.diagnostics()); });
}

}  // namespace nbpublish
