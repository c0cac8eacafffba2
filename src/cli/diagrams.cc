#include "cli/command.h"
#include "cli/output.h"

namespace nbpublish {

int run_diagrams(const Arguments& arguments) {
  Command command(arguments);
  if (const Status s = command.start(); !s) return report(s.error());
  const auto written = store_diagrams(command.options(), command.environment(), command.diagnostics());
  if (!written) return command.finish_with(written.error());
  const int code = command.finish();
  for (const std::filesystem::path& path : *written) print_result(path.string() + '\n');
  return code;
}

}  // namespace nbpublish
