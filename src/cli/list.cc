#include "cli/commands.h"
#include "pipeline/publish.h"

namespace nbpublish {
namespace {

class ListCommand final : public BookCommand {
 public:
  ListCommand() : BookCommand("list", "print the book's tree with numbers, status and words", Unnamed::TakesAll) {}

  std::vector<Example> examples() const override { return {{"list", "the tree with numbers, status and words"}}; }

 private:
  ExitCode run_in(Session& session) override {
    return session.finish_text(list(session.options(), session.environment(), session.diagnostics()));
  }
};

}  // namespace

std::unique_ptr<BookCommand> list_command() { return std::make_unique<ListCommand>(); }

}  // namespace nbpublish
