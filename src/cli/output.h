// What the command prints: results on standard output, messages on standard error. Nothing else writes to either.
#pragma once

#include <string_view>

namespace nbpublish {

// To be called before any file is opened. A stream that is closed gets a descriptor that refuses to be written, so that
// no file of the book can take its number; a reader that goes away, or a limit on files' size, is an error of writing
// and not a signal.
void open_output();

// A result. What is lost is an error of the run: finish_output() says it.
void print_result(std::string_view text);
// A message, or progress. A run goes on without a reader.
void print_message(std::string_view text);

// The run's exit code: `code`, or kEnvironment with a message if a result could not be written down. With
// `messages_are_results` (--json) that holds for messages as well. A reader that went away has what it wanted.
int finish_output(int code, bool messages_are_results);

}  // namespace nbpublish
