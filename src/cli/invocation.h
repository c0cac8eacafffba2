// Which command a command line calls.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"

namespace nbpublish {

struct Invocation {
  Command* command = nullptr;      // one of those that were given
  bool is_named = true;            // if not: the first of them, and the program's own options may be among the words
  std::vector<std::string> words;  // what is left for the command's options
};

// `words` are those after the program's name. The command's name is the first of them that is neither an option nor the value
// of one; options may stand before it. If it is no command's name, none is named. `commands` is not empty and outlives the
// result.
Invocation invocation_of(const Commands& commands, const std::vector<std::string>& words);

}  // namespace nbpublish
