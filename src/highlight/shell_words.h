// Words of the POSIX shell language and bash.
#pragma once

#include <array>

#include "highlight/word_table.h"

namespace nbpublish {

inline constexpr auto kShellKeywords =
    std::to_array<std::string_view>({"!",   "[[",       "]]", "case", "coproc", "do",   "done", "elif",  "else",  "esac", "fi",
                                     "for", "function", "if", "in",   "select", "then", "time", "until", "while", "{",    "}"});

// Keywords with a name after them, not a command.
inline constexpr auto kShellNameKeywords = std::to_array<std::string_view>({"case", "for", "select"});
// Keywords with nothing or a redirection after them.
inline constexpr auto kShellClosers = std::to_array<std::string_view>({"[[", "]]", "done", "esac", "fi", "}"});

// Commands whose first argument is a command.
inline constexpr auto kPrefixCommands = std::to_array<std::string_view>(
    {"builtin", "command", "doas", "env", "exec", "nice", "nohup", "npx", "sudo", "time", "watch", "xargs"});

static_assert(std::ranges::is_sorted(kShellKeywords) && std::ranges::is_sorted(kShellNameKeywords));
static_assert(std::ranges::is_sorted(kShellClosers) && std::ranges::is_sorted(kPrefixCommands));

}  // namespace nbpublish
