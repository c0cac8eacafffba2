// TOML files under limits, and the places of their parts.
#pragma once

#include <toml++/toml.h>
#include <optional>
#include <string_view>

#include "diag/diagnostic.h"

namespace nbpublish {

// Larger files are refused before they are read.
inline constexpr std::size_t kTomlMostBytes = 4u << 20;
// Every full stop may nest a key one level deeper (a.b.c), and toml++ frees tables by recursion:
// 100,000 levels overflow the stack. A manifest of 240 chapters has about 1,500.
inline constexpr std::size_t kTomlMostStops = 10'000;

// The root table of `text`, or nothing after a diagnostic: `syntax` at the line and column where `text`
// stops being TOML, or limit-exceeded. `file` is the name that the diagnostic carries.
std::optional<toml::table> parse_toml(std::string_view text, std::string_view file, DiagCode syntax, DiagnosticSink& diagnostics);

// toml++ ends a region behind its last character, a span ends on it. A value over several lines is
// reported at its first character.
SourceSpan span_of(const toml::source_region& region);

}  // namespace nbpublish
