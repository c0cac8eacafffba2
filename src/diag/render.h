// Diagnostics for people and for programs.
#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "diag/source_lines.h"

namespace nbpublish {

std::string_view word_of(Severity severity);
// `file:line:col`, as far as it is known, and the same without the file.
std::string place_of(const Diagnostic& diagnostic);
std::string place_in_file(const Diagnostic& diagnostic);
// `file:line:col: error[code]: message`.
std::string head_of(const Diagnostic& diagnostic);
// The line that advises, or nothing.
std::string hint_of(const Diagnostic& diagnostic);
// The head, the source line with a caret if `lines` has it, and the hint.
std::string render_human(const Diagnostic& diagnostic, SourceLines* lines);
// A string of JSON, with its quotation marks; `text` is UTF-8.
std::string json_string(std::string_view text);
// One JSON object on one line.
std::string render_json(const Diagnostic& diagnostic);

}  // namespace nbpublish
