#include "cli/usage.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "diag/nearest.h"

namespace nbpublish {
namespace {

// The command that was named, or the program itself.
const CLI::App& named_command(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

// The parser's own words, begun in lower case unless they begin with a name.
std::string lowered(std::string words) {
  if (words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && words[1] >= 'a' && words[1] <= 'z') words[0] = static_cast<char>(words[0] | 0x20);
  return words;
}

}  // namespace

Error usage_error(const CLI::App& app, const CLI::ParseError& refused) {
  const CLI::App& command = named_command(app);
  const std::string help = &command == &app ? "nbpublish --help lists the options" : fmt::format("nbpublish {} --help lists the options", command.get_name());
  const std::vector<std::string> extra = dynamic_cast<const CLI::ExtrasError*>(&refused) != nullptr ? app.remaining(true) : std::vector<std::string>{};
  if (extra.empty()) return {ErrorKind::Usage, lowered(refused.what()), help};
  const std::string& word = extra.front();
  if (!word.starts_with('-')) return {ErrorKind::Usage, fmt::format("'{}' is one argument too many", word), help};
  const std::string name = word.substr(0, word.find('='));
  const std::string hint = did_you_mean(name, option_names(command));
  return {ErrorKind::Usage, fmt::format("there is no option '{}'", name), hint.empty() ? help : hint};
}

}  // namespace nbpublish
