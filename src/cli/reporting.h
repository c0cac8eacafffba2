// How a command tells what it found.
#pragma once

#include <filesystem>

#include "cli/option.h"

namespace nbpublish {

struct Reporting {
  bool strict = false;            // warnings are errors
  bool quiet = false;             // errors and results only
  bool verbose = false;           // what is alike, too, and notes
  bool json = false;              // one JSON object a line, of all that is found
  bool timings = false;           // where the time went, as a table
  std::filesystem::path trace{};  // where the same goes as a trace; empty: nowhere
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

inline Option timings_option(Reporting& reporting) {
  return {.name = "--timings", .sentence = "print how often each stage ran and how long it took", .place = &reporting.timings};
}
inline Option trace_option(Reporting& reporting) {
  return {
      .name = "--trace", .value = "FILE", .sentence = "write the same as a trace that ui.perfetto.dev opens", .place = &reporting.trace};
}

}  // namespace nbpublish
