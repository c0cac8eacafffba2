// The commands that there are, each in the file of its name.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/book_command.h"

namespace nbpublish {

std::unique_ptr<BookCommand> publish_command();
std::unique_ptr<BookCommand> list_command();
std::unique_ptr<BookCommand> check_command();
std::unique_ptr<BookCommand> diagrams_command();
std::unique_ptr<BookCommand> audit_command();
std::unique_ptr<BookCommand> explain_command();
std::unique_ptr<BookCommand> dump_command();
std::unique_ptr<Command> preflight_command();
std::unique_ptr<Command> clean_command();

using Commands = std::vector<std::unique_ptr<Command>>;

// In the order of the help. The first, publish, is what a command line means that names none.
Commands all_commands();
std::vector<std::string> names_of(const Commands& commands);

}  // namespace nbpublish
