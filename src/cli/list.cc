#include "cli/command.h"

namespace nbpublish {

int run_list(const Arguments& arguments) {
  return run_text(arguments, [](Command& c) { return list(c.options(), c.environment(), c.diagnostics()); });
}

}  // namespace nbpublish
