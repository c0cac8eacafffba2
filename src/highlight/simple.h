// One tokeniser for the languages that a table describes well enough: C, C++, Python.
#pragma once

#include "highlight/scanner.h"
#include "highlight/word_table.h"

namespace nbpublish {

struct SimpleLanguage {
  Words keywords;
  Words types;                 // names of built-in types
  Words type_introducers;      // keywords before a type's name: class, struct
  Words function_introducers;  // keywords before a function's name: def
  Words string_prefixes;       // letters that belong to a string which follows at once; lower case
  std::string_view line_comment;
  bool block_comments = false;  // /* ... */
  bool preprocessor = false;    // # directives at the start of a line
  bool triple_quotes = false;   // """ ... """ over lines
  bool raw_strings = false;     // R"delimiter( ... )delimiter"
  bool decorators = false;      // @name
  bool suffixed_types = false;  // size_t, uint32_t
  char digit_separator = '\0';
};

void tokenise_simple(Scanner& in, const SimpleLanguage& language);

}  // namespace nbpublish
