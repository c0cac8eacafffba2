// A command line's words read into options. The one place that knows CLI11.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/option.h"

namespace nbpublish {

// A command as the parser and its help see it.
struct Form {
  std::string line;         // what it is called by: "nbpublish check"
  std::string description;  // the first line of its help
  std::string footer;       // the last ones
  std::vector<Option> options;
};

// Writes what `words` say to the places of the form's options. A text is to be printed in place of a run: the help, or the answer of an
// Answer. Usage errors name the option, and the nearest if there is none of the name.
Result<std::optional<std::string>> read_options(const Form& form, const std::vector<std::string>& words);

}  // namespace nbpublish
