#include <algorithm>

#include "cli/commands.h"
#include "diag/nearest.h"
#include "pipeline/publish.h"

namespace nbpublish {
namespace {

class DumpCommand final : public BookCommand {
 public:
  DumpCommand() : BookCommand("dump", "print what a stage made of a volume", Unnamed::TakesAll) {}

 private:
  std::string stage_ = "document";

  std::vector<Option> own_options() override {
    return {{.name = "--stage", .value = "STAGE", .fallback = stage_, .sentence = "document or frames", .place = &stage_}};
  }

  Status check_use() const override {
    if (std::ranges::find(dump_stages(), stage_) == dump_stages().end())
      return std::unexpected(unknown_name("stage", stage_, dump_stages()));
    return {};
  }

  ExitCode run_in(Session& session) override {
    return session.finish_text(dump_stage(stage_, session.options(), session.environment(), session.diagnostics()));
  }
};

}  // namespace

std::unique_ptr<BookCommand> dump_command() { return std::make_unique<DumpCommand>(); }

}  // namespace nbpublish
