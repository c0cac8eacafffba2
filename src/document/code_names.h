// Names that readers look up, found in code: functions and classes, errors, flags, variables of the environment.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace nbpublish {

enum class NameKind : std::uint8_t { Api, Error, Signal, Constant, Flag, Variable };

struct CodeName {
  NameKind kind{};
  std::string name;        // "fs.readFile", "v8::Isolate", "--trace-gc"; without arguments and "= value"
  bool is_called = false;  // has parentheses behind it
  bool is_known = false;   // the platform's own (document/platform_names.h)
  friend bool operator==(const CodeName&, const CodeName&) = default;
};

// Those of a piece of inline code, in order. A file's name, an address and what is quoted hold none but errors' codes; nor do names
// that stand for any other ("foo.bar"). Of what is not known only the form is judged: whether it is worth an entry is for the book
// as a whole to say (document/name_index.h).
std::vector<CodeName> names_in_code(std::string_view code);

// Those of words that are no code, in headings: only what is known and cannot be a word of the language.
std::vector<CodeName> names_in_words(std::string_view words);

// Adds what the code, a listing or a piece of a line, reads from the environment or puts into it: "process.env.PORT", "$PORT",
// "PORT=80 node ...".
void add_environment_names(std::string_view code, std::set<std::string, std::less<>>& names);

}  // namespace nbpublish
