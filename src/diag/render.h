// Diagnostics for people and for programs.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace nbpublish {

// Gives the text of a source file by the name a diagnostic carries, or nothing.
using SourceLookup = std::function<std::optional<std::string>(std::string_view file)>;

// `file:line:col: error[code]: message`, the source line with a caret, and the hint.
std::string render_human(const Diagnostic& diagnostic, const SourceLookup& source);
// A string of JSON, with its quotation marks; `text` is UTF-8.
std::string json_string(std::string_view text);
// One JSON object on one line.
std::string render_json(const Diagnostic& diagnostic);

}  // namespace nbpublish
