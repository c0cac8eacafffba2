// Reserved and contextual words of ECMAScript and TypeScript.
#pragma once

#include <array>

#include "highlight/word_table.h"

namespace nbpublish {

inline constexpr auto kJavascriptKeywords = std::to_array<std::string_view>(
    {"await", "break",      "case",   "catch",     "class", "const",   "continue", "debugger", "default", "delete",
     "do",    "else",       "export", "extends",   "false", "finally", "for",      "function", "if",      "import",
     "in",    "instanceof", "let",    "new",       "null",  "return",  "super",    "switch",   "this",    "throw",
     "true",  "try",        "typeof", "undefined", "var",   "void",    "while",    "with",     "yield"});

// Keywords that are values: an operator follows them, not an expression.
inline constexpr auto kValueKeywords = std::to_array<std::string_view>({"false", "null", "super", "this", "true", "undefined"});

// Keywords whose parentheses are followed by a statement.
inline constexpr auto kControlKeywords = std::to_array<std::string_view>({"for", "if", "while", "with"});

// Keywords whose braces hold statements.
inline constexpr auto kBlockKeywords = std::to_array<std::string_view>({"catch", "do", "else", "finally", "static", "try"});

// Words that stay keywords even where a member's name may stand, since statements begin with them.
inline constexpr auto kStatementKeywords =
    std::to_array<std::string_view>({"await", "for", "function", "if", "return", "super", "switch", "throw", "while"});

// Keywords before the name of a class or type. `new` is one: it names a class even in lower case.
inline constexpr auto kTypeIntroducers =
    std::to_array<std::string_view>({"class", "enum", "extends", "implements", "instanceof", "interface", "namespace", "new", "type"});

inline constexpr auto kModifiers = std::to_array<std::string_view>(
    {"abstract", "accessor", "async", "declare", "get", "override", "private", "protected", "public", "readonly", "set", "static"});

// TypeScript words that begin a declaration.
inline constexpr auto kDeclarationWords =
    std::to_array<std::string_view>({"abstract", "declare", "enum", "global", "interface", "module", "namespace", "type"});

// TypeScript words that stand before or between types.
inline constexpr auto kTypeOperators =
    std::to_array<std::string_view>({"asserts", "implements", "infer", "is", "keyof", "satisfies", "unique"});

inline constexpr auto kTypescriptTypes =
    std::to_array<std::string_view>({"any", "bigint", "boolean", "never", "number", "object", "string", "symbol", "unknown"});

// What stands before a type for certain; "," "[" "(" "=" may stand before a value as well.
inline constexpr auto kBeforeType =
    std::to_array<std::string_view>({"&", ":", "<", "=>", "as", "extends", "infer", "is", "keyof", "readonly", "satisfies", "unique", "|"});

inline constexpr auto kNumberWords = std::to_array<std::string_view>({"Infinity", "NaN"});

static_assert(std::ranges::is_sorted(kJavascriptKeywords) && std::ranges::is_sorted(kValueKeywords));
static_assert(std::ranges::is_sorted(kControlKeywords) && std::ranges::is_sorted(kBlockKeywords));
static_assert(std::ranges::is_sorted(kStatementKeywords) && std::ranges::is_sorted(kTypeIntroducers));
static_assert(std::ranges::is_sorted(kModifiers) && std::ranges::is_sorted(kDeclarationWords));
static_assert(std::ranges::is_sorted(kTypeOperators) && std::ranges::is_sorted(kTypescriptTypes));
static_assert(std::ranges::is_sorted(kBeforeType) && std::ranges::is_sorted(kNumberWords));

}  // namespace nbpublish
