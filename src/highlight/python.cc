#include <array>

#include "highlight/languages.h"
#include "highlight/simple.h"

namespace nbpublish {
namespace {

constexpr auto kKeywords = std::to_array<std::string_view>(
    {"False",  "None",     "True", "and",    "as",      "assert", "async",  "await",  "break", "class",  "continue", "def",
     "del",    "elif",     "else", "except", "finally", "for",    "from",   "global", "if",    "import", "in",       "is",
     "lambda", "nonlocal", "not",  "or",     "pass",    "raise",  "return", "try",    "while", "with",   "yield"});
constexpr auto kPythonTypes = std::to_array<std::string_view>(
    {"bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "object", "set", "str", "tuple"});
constexpr auto kPythonTypeIntroducers = std::to_array<std::string_view>({"class"});
constexpr auto kFunctionIntroducers = std::to_array<std::string_view>({"def"});
constexpr auto kPythonPrefixes = std::to_array<std::string_view>({"b", "br", "f", "fr", "r", "rb", "rf", "u"});
static_assert(std::ranges::is_sorted(kKeywords) && std::ranges::is_sorted(kPythonTypes) && std::ranges::is_sorted(kPythonPrefixes));

constexpr SimpleLanguage kPythonWords{.keywords = kKeywords,
                                      .types = kPythonTypes,
                                      .type_introducers = kPythonTypeIntroducers,
                                      .function_introducers = kFunctionIntroducers,
                                      .string_prefixes = kPythonPrefixes,
                                      .line_comment = "#",
                                      .triple_quotes = true,
                                      .decorators = true,
                                      .digit_separator = '\0'};

}  // namespace

void tokenise_python(Scanner& in) { tokenise_simple(in, kPythonWords); }

}  // namespace nbpublish
