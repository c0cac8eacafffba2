#include <fmt/format.h>

#include "cli/command.h"

namespace nbpublish {

int run_diagrams(const Arguments& arguments) {
  Command command(arguments);
  if (const Status s = command.start(); !s) return report(s.error());
  const auto written = store_diagrams(command.options(), command.environment(), command.diagnostics());
  if (!written) return command.finish_with(written.error());
  std::string paths;
  for (const std::filesystem::path& path : *written) paths += path.string() + '\n';
  return command.finish(paths, fmt::format("{} diagram{}", written->size(), written->size() == 1 ? "" : "s"));
}

}  // namespace nbpublish
