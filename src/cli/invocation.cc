#include "cli/invocation.h"

#include <algorithm>
#include <map>

namespace nbpublish {
namespace {

enum class Takes : std::uint8_t { Nothing, OneWord, ManyWords };

// What the options of all commands take, by "--name" and "-n". (A name means the same to all commands.)
std::map<std::string, Takes> option_names(const Commands& commands) {
  std::map<std::string, Takes> out;
  for (const auto& command : commands)
    for (const Option& option : command->options()) {
      const Takes takes = option.is_flag() ? Takes::Nothing : option.is_list() ? Takes::ManyWords : Takes::OneWord;
      out[option.name] = takes;
      if (option.short_name != 0) out[std::string{'-', option.short_name}] = takes;
    }
  return out;
}

bool is_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

}  // namespace

Invocation invocation_of(const Commands& commands, const std::vector<std::string>& words) {
  const std::map<std::string, Takes> options = option_names(commands);
  bool is_in_list = false;  // the words after an option that takes many
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (is_option(words[i])) {
      // "--edition=print" has more words behind it, "--out=dist" and "-j4" have none.
      const auto whole = options.find(words[i]), named = options.find(words[i].substr(0, words[i].find('=')));
      is_in_list = named != options.end() && named->second == Takes::ManyWords;
      if (whole != options.end() && whole->second == Takes::OneWord) ++i;
      continue;
    }
    const auto command = std::ranges::find(commands, words[i], &Command::name);
    if (command != commands.end()) {
      std::vector<std::string> rest = words;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
      return {command->get(), true, std::move(rest)};
    }
    if (!is_in_list) break;
  }
  return {commands.front().get(), false, words};
}

}  // namespace nbpublish
