#include <array>

#include "highlight/languages.h"
#include "highlight/simple.h"

namespace nbpublish {
namespace {

constexpr auto kCKeywords = std::to_array<std::string_view>(
    {"NULL",   "_Alignas", "_Alignof", "_Atomic", "_Generic", "_Noreturn", "_Static_assert", "auto",   "break",
     "case",   "const",    "continue", "default", "do",       "else",      "enum",           "extern", "false",
     "for",    "goto",     "if",       "inline",  "register", "restrict",  "return",         "sizeof", "static",
     "struct", "switch",   "true",     "typedef", "union",    "volatile",  "while"});
constexpr auto kCppKeywords = std::to_array<std::string_view>({"NULL",         "alignas",       "alignof",
                                                               "and",          "asm",           "auto",
                                                               "break",        "case",          "catch",
                                                               "class",        "co_await",      "co_return",
                                                               "co_yield",     "concept",       "const",
                                                               "const_cast",   "consteval",     "constexpr",
                                                               "constinit",    "continue",      "decltype",
                                                               "default",      "delete",        "do",
                                                               "dynamic_cast", "else",          "enum",
                                                               "explicit",     "export",        "extern",
                                                               "false",        "final",         "for",
                                                               "friend",       "goto",          "if",
                                                               "inline",       "mutable",       "namespace",
                                                               "new",          "noexcept",      "not",
                                                               "nullptr",      "operator",      "or",
                                                               "override",     "private",       "protected",
                                                               "public",       "register",      "reinterpret_cast",
                                                               "requires",     "return",        "sizeof",
                                                               "static",       "static_assert", "static_cast",
                                                               "struct",       "switch",        "template",
                                                               "this",         "thread_local",  "throw",
                                                               "true",         "try",           "typedef",
                                                               "typeid",       "typename",      "union",
                                                               "using",        "virtual",       "volatile",
                                                               "while"});
constexpr auto kCTypes = std::to_array<std::string_view>({"bool", "char", "char16_t", "char32_t", "char8_t", "double", "float", "int",
                                                          "long", "short", "signed", "unsigned", "void", "wchar_t"});
constexpr auto kCTypeIntroducers = std::to_array<std::string_view>({"class", "concept", "enum", "struct", "typename", "union"});
constexpr auto kCPrefixes = std::to_array<std::string_view>({"l", "lr", "r", "u", "u8", "u8r", "ur"});
static_assert(std::ranges::is_sorted(kCKeywords) && std::ranges::is_sorted(kCppKeywords));
static_assert(std::ranges::is_sorted(kCTypes) && std::ranges::is_sorted(kCTypeIntroducers));
static_assert(std::ranges::is_sorted(kCPrefixes));

constexpr SimpleLanguage c_like(Words keywords) {
  return {.keywords = keywords,
          .types = kCTypes,
          .type_introducers = kCTypeIntroducers,
          .function_introducers = {},
          .string_prefixes = kCPrefixes,
          .line_comment = "//",
          .block_comments = true,
          .preprocessor = true,
          .raw_strings = true,
          .suffixed_types = true,
          .digit_separator = '\''};
}

}  // namespace

void tokenise_c(Scanner& in) { tokenise_simple(in, c_like(kCKeywords)); }
void tokenise_cpp(Scanner& in) { tokenise_simple(in, c_like(kCppKeywords)); }

}  // namespace nbpublish
