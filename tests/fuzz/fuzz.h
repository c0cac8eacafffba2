// What fuzz targets share: the input as text, and promises that end the program when they are broken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

// What libFuzzer and replay_main.cc call with each input. Returns 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace nbpublish::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

// Unlike assert() in every kind of build: an input that breaks a promise of the program is a finding.
inline void must(bool holds, std::string_view promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(promise.size()), promise.data());
  std::abort();
}

// Whether `part` points into `whole`.
inline bool is_inside(std::string_view part, std::string_view whole) {
  return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

// Every place lies in the file: at one of its lines or, where something is missing, at the end of the last.
void must_be_inside(const DiagnosticSink& diagnostics, std::string_view file, char line_end = '\n');

// The diagnostics as text, to compare two runs.
std::string told(const DiagnosticSink& diagnostics);

}  // namespace nbpublish::fuzz
