// What is wrong with a command line, told as everything else is: "nbpublish: ...", with the nearest that there is.
#pragma once

#include "base/result.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace nbpublish {

// A Usage error for what the parser refused.
Error usage_error(const CLI::App& app, const CLI::ParseError& refused);

}  // namespace nbpublish
