// How a command tells what it found.
#pragma once

#include "cli/option.h"

namespace nbpublish {

struct Reporting {
  bool strict = false;   // warnings are errors
  bool quiet = false;    // errors and results only
  bool verbose = false;  // what is alike, too, and notes
  bool json = false;     // one JSON object a line, of all that is found
};

// Their options, for the commands that have them.
inline Option strict_option(Reporting& reporting) {
  return {.name = "--strict", .sentence = "warnings are errors", .place = &reporting.strict};
}
inline Option quiet_option(Reporting& reporting) {
  return {.name = "--quiet", .sentence = "print errors and results only", .place = &reporting.quiet};
}
inline Option verbose_option(Reporting& reporting) {
  return {.name = "--verbose", .sentence = "print every warning and note, also where many are alike", .place = &reporting.verbose};
}
inline Option json_option(Reporting& reporting) {
  return {.name = "--json", .sentence = "print all that is found, as one JSON object a line", .place = &reporting.json};
}

}  // namespace nbpublish
