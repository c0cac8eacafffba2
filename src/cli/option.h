// An option as data: what help, man pages and completions say of it, and where its value goes. The options of a command,
// Command::options(), are rows of these, and each option is written down in one of them only.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace nbpublish {

// A flag that switches off what is on without it.
struct Off {
  bool* flag;
};
// A number from `least` to `most`.
struct Count {
  unsigned* number;
  unsigned least, most;
};
// A flag that is answered by a text, which is printed in place of a run.
struct Answer {
  std::function<std::string()> text;
};
// Where the value goes. A list takes all the words up to the next option; all but flags take a value. Without the option, the
// place keeps what it holds.
using OptionPlace = std::variant<bool*, Off, Answer, Count, std::string*, std::filesystem::path*, std::vector<std::string>*>;

struct Option {
  std::string name;           // "--out"; without dashes it is told by its place among the words: "volumes"
  char short_name = 0;        // 'j' of -j; 0: none
  std::string value = {};     // what help calls its value: "DIR"; empty for flags
  std::string fallback = {};  // what holds without it, in words; empty: nothing, or it is required
  std::string sentence = {};  // what it is for, in lower case and without a full stop
  bool is_required = false;
  OptionPlace place;

  bool is_positional() const { return !name.starts_with("--"); }
  bool is_flag() const { return place.index() <= 2; }
  bool is_list() const { return std::holds_alternative<std::vector<std::string>*>(place); }
};

}  // namespace nbpublish
