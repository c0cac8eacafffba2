// The command line.
#pragma once

namespace nbpublish {

// Exit codes: 0 done (warnings don't change it), 1 errors in the book, 2 wrong use, 3 the environment.
int run_command_line(int argc, char** argv);

}  // namespace nbpublish
