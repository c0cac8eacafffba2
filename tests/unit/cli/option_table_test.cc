// The table of options: every option of every command, and of the program.
#include <catch2/catch.hpp>

#include <map>
#include <set>

#include "cli/program.h"

using namespace nbpublish;

namespace {

struct Row {
  std::string command;  // empty: the program
  Option option;
};

// The commands that the options write into go with the rows.
struct Table {
  Commands commands = all_commands();
  std::vector<Row> rows;

  Table() {
    for (const auto& command : commands)
      for (Option& option : command->options()) rows.push_back({std::string(command->name()), std::move(option)});
    for (Option& option : program_options()) rows.push_back({"", std::move(option)});
  }
};

// All that an option means to people, but for what holds without it, which is each command's own.
std::string meaning(const Option& option) {
  return std::string{option.short_name} + "|" + option.value + "|" + option.sentence + "|" + std::to_string(option.place.index());
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

TEST_CASE("options: each has a sentence, in lower case and without a full stop") {
  for (const Row& row : Table().rows) {
    INFO(row.command << " " << row.option.name);
    REQUIRE(row.option.sentence.size() > 5);
    CHECK((is_lower(row.option.sentence[0]) || !is_lower(row.option.sentence[1])));  // "a PDF", "PDFs to make"
    CHECK(row.option.sentence.back() != '.');
  }
}

TEST_CASE("options: each has a name as others have it") {
  for (const Row& row : Table().rows) {
    const std::string& name = row.option.name;
    INFO(row.command << " " << name);
    const std::string word = row.option.is_positional() ? name : name.substr(2);
    REQUIRE(word.size() > 2);
    CHECK(std::ranges::all_of(word, [](char c) { return is_lower(c) || c == '-'; }));
    CHECK((row.option.short_name == 0 || is_lower(row.option.short_name)));
  }
}

TEST_CASE("options: what takes a value says what its value is, and a flag has none") {
  for (const Row& row : Table().rows) {
    INFO(row.command << " " << row.option.name);
    CHECK(row.option.is_flag() == row.option.value.empty());
    CHECK_FALSE((row.option.is_flag() && !row.option.fallback.empty()));
    CHECK_FALSE((row.option.is_required && !row.option.fallback.empty()));
  }
}

TEST_CASE("options: no command has one twice, nor the program one of the command that a bare command line means") {
  const Table table;
  const std::string bare(table.commands.front()->name());
  std::set<std::pair<std::string, std::string>> seen;
  for (const Row& row : table.rows) {
    const std::string& command = row.command.empty() ? bare : row.command;
    INFO(row.command << " " << row.option.name);
    CHECK(seen.emplace(command, row.option.name).second);
    if (row.option.short_name != 0) CHECK(seen.emplace(command, std::string{'-', row.option.short_name}).second);
    CHECK(row.option.name != "--help");  // the parser's own, of every command
    CHECK(row.option.short_name != 'h');
  }
}

TEST_CASE("options: a name means the same wherever there is an option of it") {
  std::map<std::string, std::string> meanings;
  for (const Row& row : Table().rows) {
    INFO(row.command << " " << row.option.name);
    const auto [known, is_new] = meanings.emplace(row.option.name, meaning(row.option));
    CHECK((is_new || known->second == meaning(row.option)));
    if (row.option.short_name == 0) continue;
    const auto [owner, is_first] = meanings.emplace(std::string{'-', row.option.short_name}, row.option.name);
    CHECK((is_first || owner->second == row.option.name));
  }
}

TEST_CASE("options: each writes to a place of its own") {
  std::set<const void*> places;
  const Table table;
  for (const Row& row : table.rows) {
    const void* place = std::visit(
        [](const auto& to) -> const void* {
          using Place = std::decay_t<decltype(to)>;
          if constexpr (std::is_same_v<Place, Off>) return to.flag;
          else if constexpr (std::is_same_v<Place, Count>) return to.number;
          else if constexpr (std::is_same_v<Place, Answer>) return &to;
          else return to;
        },
        row.option.place);
    INFO(row.command << " " << row.option.name);
    REQUIRE(place != nullptr);
    CHECK(places.insert(place).second);
  }
}

TEST_CASE("commands: each has a name of its own, a sentence, and examples that call it") {
  const Commands commands = all_commands();
  std::set<std::string_view> names;
  for (const auto& command : commands) {
    INFO(command->name());
    CHECK(names.insert(command->name()).second);
    CHECK(command->sentence().size() > 5);
    for (const Example& example : command->examples()) {
      std::vector<std::string> words;
      for (std::string_view rest = example.line; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        words.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      const Invocation called = invocation_of(commands, words);
      CHECK(called.command == command.get());
      CHECK(read_options(form_of(called, commands), called.words));
    }
  }
}
