#include "cli/program.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "style/read_style.h"

namespace nbpublish {
namespace {

constexpr std::string_view kExitCodes =
    "Exit codes: 0 done, 1 errors in the book, the PDF or the EPUB, 2 wrong use, 3 something is missing on this machine.";

std::string list_of(const Commands& commands) {
  std::string out = "Commands, each with a --help of its own:\n";
  for (const auto& command : commands) out += fmt::format("  {:<10}  {}\n", command->name(), command->sentence());
  return out;
}

std::string examples_of(const Command& command) {
  std::string out;
  for (const Example& example : command.examples()) out += fmt::format("  nbpublish {:<30}  {}\n", example.line, example.sentence);
  return out;
}

std::string footer_of(const std::string& examples) { return (examples.empty() ? "" : "Examples:\n" + examples) + std::string(kExitCodes); }

Form form_of_program(Command& command, const Commands& commands) {
  std::string examples;
  for (const auto& any : commands) examples += examples_of(*any);
  Form form{"nbpublish", "nbpublish: a volume of a book, from Markdown to a print PDF and an EPUB",
            list_of(commands) + "\n" + footer_of(examples), command.options()};
  std::ranges::move(program_options(), std::back_inserter(form.options));
  return form;
}

}  // namespace

std::vector<Option> program_options() {
  const auto version = [] { return "nbpublish " NBP_VERSION "\n"; };
  return {{.name = "--version", .sentence = "print the version of this program", .place = Answer{version}},
          {.name = "--style-keys", .sentence = "print the documentation of all style keys", .place = Answer{style_keys_markdown}}};
}

Form form_of(const Invocation& invocation, const Commands& commands) {
  Command& command = *invocation.command;
  if (!invocation.is_named) return form_of_program(command, commands);
  return {fmt::format("nbpublish {}", command.name()), std::string(command.sentence()), footer_of(examples_of(command)), command.options()};
}

}  // namespace nbpublish
