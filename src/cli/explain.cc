#include "cli/commands.h"
#include "pipeline/rehearsal.h"

namespace nbpublish {
namespace {

class ExplainCommand final : public BookCommand {
 public:
  ExplainCommand() : BookCommand("explain", "say why volumes, texts and pages were made, or will be", Unnamed::TakesAll) {}

  std::vector<Example> examples() const override {
    return {{"explain volume-1", "what has changed since the last run, and what it will make anew"},
            {"explain 3.2", "the same of a chapter; its file's name does as well"},
            {"explain page 214", "why a page looks otherwise"}};
  }

 private:
  Option volumes_option() override {
    return {.name = "what",
            .value = "WHAT",
            .fallback = "all",
            .sentence = "volumes, chapters by number or file, and pages, such as: volume-1, 3.2, page 214",
            .place = &asked_.request.volumes};
  }

  std::vector<Option> own_options() override {
    return {edition_option(asked_.request, "those of the last run"), cache_option(asked_.folders)};
  }

  ExitCode run_in(Session& session) override {
    return session.finish_text(explain(session.options().request.volumes, session.options(), session.environment()));
  }
};

}  // namespace

std::unique_ptr<BookCommand> explain_command() { return std::make_unique<ExplainCommand>(); }

}  // namespace nbpublish
