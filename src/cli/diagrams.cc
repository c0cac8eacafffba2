#include <fmt/format.h>

#include "cli/commands.h"
#include "pipeline/publish.h"

namespace nbpublish {
namespace {

class DiagramsCommand final : public BookCommand {
 public:
  DiagramsCommand() : BookCommand("diagrams", "draw Mermaid diagrams and store them beside their chapters", Unnamed::TakesAll) {}

 private:
  ExitCode run_in(Session& session) override {
    const auto written = store_diagrams(session.options(), session.environment(), session.diagnostics());
    if (!written) return session.finish_with(written.error());
    std::string paths;
    for (const std::filesystem::path& path : *written) paths += path.string() + '\n';
    return session.finish(paths, fmt::format("{} diagram{}", written->size(), written->size() == 1 ? "" : "s"));
  }
};

}  // namespace

std::unique_ptr<BookCommand> diagrams_command() { return std::make_unique<DiagramsCommand>(); }

}  // namespace nbpublish
