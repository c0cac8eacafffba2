#include "cli/commands.h"
#include "pipeline/publish.h"

namespace nbpublish {
namespace {

class AuditCommand final : public BookCommand {
 public:
  AuditCommand() : BookCommand("audit", "lay volumes out and look for page faults", Unnamed::Refuses) {}

 private:
  ExitCode run_in(Session& session) override {
    const Result<AuditedBook> audited = audit(session.options(), session.environment(), session.diagnostics());
    if (!audited) return session.finish_with(audited.error());
    const ExitCode code = session.finish(audited->report, "audited");
    return audited->clean ? code : kBookErrors;
  }
};

}  // namespace

std::unique_ptr<BookCommand> audit_command() { return std::make_unique<AuditCommand>(); }

}  // namespace nbpublish
