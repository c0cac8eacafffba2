#include "cli/commands.h"
#include "cli/refusal.h"
#include "pipeline/cache.h"

namespace nbpublish {
namespace {

class CleanCommand final : public Command {
 public:
  CleanCommand() : Command("clean", "remove what earlier runs have kept: the next one makes everything anew") {}

  std::vector<Option> options() override {
    return {{.name = "--cache",
             .value = "DIR",
             .fallback = cache_.string(),
             .sentence = "folder for what need not be made twice",
             .place = &cache_}};
  }

  ExitCode run() override {
    RealFileSystem files;
    const Status cleaned = clean_cache(cache_, files);
    return cleaned ? kDone : report(cleaned.error());
  }

 private:
  std::filesystem::path cache_ = Folders{}.cache;
};

}  // namespace

std::unique_ptr<Command> clean_command() { return std::make_unique<CleanCommand>(); }

}  // namespace nbpublish
