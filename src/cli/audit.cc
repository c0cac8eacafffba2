#include "cli/commands.h"
#include "pipeline/publish.h"

namespace nbpublish {
namespace {

class AuditCommand final : public BookCommand {
 public:
  AuditCommand() : BookCommand("audit", "lay volumes out and look for page faults", Unnamed::Refuses) {}

 private:
  bool summary_ = false;

  std::vector<Option> own_options() override {
    return {{.name = "--summary", .sentence = "print a table of counts and measures in place of the faults", .place = &summary_}};
  }

  ExitCode run_in(Session& session) override {
    const AuditForm form = summary_ ? AuditForm::Summary : AuditForm::Faults;
    const Result<AuditedBook> audited = audit(form, session.options(), session.environment(), session.diagnostics());
    if (!audited) return session.finish_with(audited.error());
    const ExitCode code = session.finish(audited->report, "audited");
    return audited->clean ? code : kBookErrors;
  }
};

}  // namespace

std::unique_ptr<BookCommand> audit_command() { return std::make_unique<AuditCommand>(); }

}  // namespace nbpublish
