// The program as a whole: what its help says, and its own options.
#pragma once

#include "cli/invocation.h"
#include "cli/parser.h"

namespace nbpublish {

// Options that are no command's: about the program itself.
std::vector<Option> program_options();

// How the command of an invocation is read and what its help says. If none was named, that is the help of the program: with the
// program's options, and all commands.
Form form_of(const Invocation& invocation, const Commands& commands);

}  // namespace nbpublish
