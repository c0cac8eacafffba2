#include "cli/parser.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/ascii.h"
#include "diag/nearest.h"

namespace nbpublish {
namespace {

std::string names_of(const Option& option) {
  return option.short_name == 0 ? option.name : fmt::format("-{},{}", option.short_name, option.name);
}

std::string description_of(const Option& option) {
  return option.fallback.empty() ? option.sentence : fmt::format("{} (default: {})", option.sentence, option.fallback);
}

// Tells the parser of an option, by the kind of its place.
class Adder {
 public:
  Adder(CLI::App& app, const Option& option) : app_(app), names_(names_of(option)), description_(description_of(option)) {}

  CLI::Option* operator()(bool* flag) const { return app_.add_flag(names_, *flag, description_); }
  CLI::Option* operator()(Off off) const {
    return app_.add_flag_callback(
        names_, [off] { *off.flag = false; }, description_);
  }
  CLI::Option* operator()(const Answer& answer) const {
    return app_.add_flag_callback(
        names_, [text = answer.text] { throw CLI::CallForVersion(text(), 0); }, description_);
  }
  CLI::Option* operator()(Count count) const {
    // What it may be is said by the refusal only: the help has the name of the value.
    return app_.add_option(names_, *count.number, description_)->check(CLI::Range(count.least, count.most).description(""));
  }
  CLI::Option* operator()(std::string* text) const { return app_.add_option(names_, *text, description_); }
  CLI::Option* operator()(std::filesystem::path* path) const {
    return app_.add_option_function<std::string>(
        names_, [path](const std::string& words) { *path = words; }, description_);
  }
  CLI::Option* operator()(std::vector<std::string>* list) const { return app_.add_option(names_, *list, description_); }

 private:
  CLI::App& app_;
  std::string names_, description_;
};

void add_option(CLI::App& app, const Option& option) {
  CLI::Option* added = std::visit(Adder(app, option), option.place);
  if (!option.is_flag()) added->type_name(option.value)->required(option.is_required);
}

std::vector<std::string> names_that_there_are(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

// The parser's own words, begun in lower case unless they begin with a name.
std::string begun_lower(std::string words) {
  const bool is_word = words.size() > 1 && is_upper(words[0]) && is_lower(words[1]);
  if (is_word) words[0] = to_lower(words[0]);
  return words;
}

// What is wrong, told as everything else is, with the nearest that there is.
std::unexpected<Error> refuse(const Form& form, const CLI::App& app, const CLI::ParseError& refused) {
  const std::string help = form.line + " --help lists the options";
  const bool is_extra = dynamic_cast<const CLI::ExtrasError*>(&refused) != nullptr;
  const std::vector<std::string> extra = is_extra ? app.remaining(true) : std::vector<std::string>{};
  if (extra.empty()) return fail(ErrorKind::Usage, begun_lower(refused.what()), help);
  const std::string& word = extra.front();
  if (!word.starts_with('-')) return fail(ErrorKind::Usage, fmt::format("'{}' is one argument too many", word), help);
  const std::string name = word.substr(0, word.find('='));
  const std::string hint = did_you_mean(name, names_that_there_are(app));
  return fail(ErrorKind::Usage, fmt::format("there is no option '{}'", name), hint.empty() ? help : hint);
}

}  // namespace

Result<std::optional<std::string>> read_options(const Form& form, const std::vector<std::string>& words) {
  CLI::App app(form.description, form.line);
  app.footer(form.footer);
  for (const Option& option : form.options) add_option(app, option);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));  // it takes them from the end
  } catch (const CLI::CallForHelp&) {
    return app.help();
  } catch (const CLI::CallForVersion& answer) {
    return answer.what();
  } catch (const CLI::ParseError& refused) {
    return refuse(form, app, refused);
  }
  return std::nullopt;
}

}  // namespace nbpublish
