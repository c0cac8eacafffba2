#include "cli/commands.h"
#include "pipeline/publish.h"

namespace nbpublish {
namespace {

class CheckCommand final : public BookCommand {
 public:
  CheckCommand() : BookCommand("check", "read and resolve everything, build nothing", Unnamed::TakesAll) {}

  std::vector<Example> examples() const override { return {{"check --strict", "read and resolve everything, warnings are errors"}}; }

 private:
  ExitCode run_in(Session& session) override {
    const Status checked = check(session.options(), session.environment(), session.diagnostics());
    return checked ? session.finish({}, "checked") : session.finish_with(checked.error());
  }
};

}  // namespace

std::unique_ptr<BookCommand> check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace nbpublish
