// The table of languages: which words of a fence lead to which tokeniser.
#pragma once

#include "highlight/scanner.h"

namespace nbpublish {

// Reads the scanner to its end and emits tokens in order.
using Tokeniser = void (*)(Scanner&);

struct Language {
  Tokeniser tokenise = nullptr;  // null: plain text
  bool terminal = false;         // may hold terminal escapes, which are taken out
};

// Null for a word that no language has.
const Language* find_language(std::string_view word);

void tokenise_javascript(Scanner& in);
void tokenise_jsx(Scanner& in);
void tokenise_typescript(Scanner& in);
void tokenise_tsx(Scanner& in);
void tokenise_json(Scanner& in);
void tokenise_shell(Scanner& in);
void tokenise_console(Scanner& in);
void tokenise_env(Scanner& in);
void tokenise_dockerfile(Scanner& in);
void tokenise_python(Scanner& in);
void tokenise_c(Scanner& in);
void tokenise_cpp(Scanner& in);
void tokenise_yaml(Scanner& in);
void tokenise_diff(Scanner& in);
void tokenise_html(Scanner& in);
void tokenise_css(Scanner& in);
void tokenise_http(Scanner& in);

}  // namespace nbpublish
