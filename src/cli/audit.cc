#include "cli/command.h"
#include "cli/output.h"

namespace nbpublish {

int run_audit(const Arguments& arguments) {
  if (arguments.volumes.empty() && !arguments.all)
    return report({ErrorKind::Usage, "no volume was named", "name one, such as volume-1, or say --all; nbpublish list shows them"});
  Command command(arguments);
  if (const Status s = command.start(); !s) return report(s.error());
  const Result<AuditedBook> audited = audit(command.options(), command.environment(), command.diagnostics());
  if (!audited) return command.finish_with(audited.error());
  const int code = command.finish(audited->report, "audited");
  return audited->clean ? code : kBookErrors;
}

}  // namespace nbpublish
