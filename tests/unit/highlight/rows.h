// Expected highlighting as a table: each code line with a line of marks below it.
#pragma once

#include <string>
#include <string_view>

#include "highlight/highlight.h"

namespace nbpublish::test {

// One letter per character: K keyword, S string, N number, C comment, F function, T type, P property, $
// prompt, > command, o output, + added, - removed, B bold, I inverse; plain and punctuation are blank.
char mark(TokenKind kind);

// The lines of `code` with their marks below, as a raw string literal holds them: a line feed first.
std::string rows(std::string_view code, std::string_view language);

// The code of a table: every other line.
std::string code_of(std::string_view table);

// Compares a table with what the highlighter makes of its code.
#define CHECK_ROWS(language, table) CHECK(nbpublish::test::rows(nbpublish::test::code_of(table), language) == (table))

}  // namespace nbpublish::test
