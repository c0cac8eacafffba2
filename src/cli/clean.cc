#include "cli/commands.h"
#include "cli/refusal.h"
#include "pipeline/cache.h"

namespace nbpublish {
namespace {

class CleanCommand final : public Command {
 public:
  CleanCommand() : Command("clean", "remove what earlier runs have kept: the next one makes everything anew") {}

  std::vector<Option> options() override { return {cache_option(folders_)}; }

  ExitCode run() override {
    RealFileSystem files;
    const Status cleaned = clean_cache(folders_.cache, files);
    return cleaned ? kDone : report(cleaned.error());
  }

 private:
  Folders folders_;
};

}  // namespace

std::unique_ptr<Command> clean_command() { return std::make_unique<CleanCommand>(); }

}  // namespace nbpublish
