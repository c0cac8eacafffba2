#include "cli/command.h"
#include "diag/nearest.h"

namespace nbpublish {
namespace {

// A misspelt command is taken for a volume.
Error nothing_to_make(const Arguments& arguments) {
  const std::string meant = arguments.volumes.empty() ? "" : did_you_mean(arguments.volumes.front(), arguments.commands);
  return {ErrorKind::Usage, "nothing to make",
          meant.empty() ? "say --pdf, --epub, --cover, --sample, --omnibus or several; nbpublish --help has examples" : meant};
}

}  // namespace

int run_publish(const Arguments& arguments) {
  if (!arguments.pdf && !arguments.epub && !arguments.cover && !arguments.sample && !arguments.omnibus)
    return report(nothing_to_make(arguments));
  if (arguments.volumes.empty() && !arguments.all)
    return report({ErrorKind::Usage, "no volume was named", "name one, such as volume-1, or say --all; nbpublish list shows them"});
  if (arguments.no_fonts && !arguments.epub && !arguments.sample && !arguments.omnibus)
    return report({ErrorKind::Usage, "--no-fonts is for ebooks, and none is made", "say --epub, --sample or --omnibus as well"});
  Command command(arguments);
  if (const Status s = command.start(); !s) return report(s.error());
  if (arguments.all) command.options().volumes.clear();
  const auto made = publish(command.options(), command.environment(), command.diagnostics());
  if (!made) return command.finish_with(made.error());
  std::string paths;
  for (const MadeFile& file : *made) paths += file.path.string() + '\n';
  return command.finish(paths, summary_of(*made));
}

}  // namespace nbpublish
