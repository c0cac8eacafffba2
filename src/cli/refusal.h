// What ends a run, told to people.
#pragma once

#include "base/result.h"
#include "cli/exit_codes.h"

namespace nbpublish {

// Prints the error with its hint, unless it is told already (diag/told.h), and gives its exit code.
ExitCode report(const Error& error);

}  // namespace nbpublish
