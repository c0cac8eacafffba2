#include "highlight/languages.h"

#include <algorithm>
#include <array>

namespace nbpublish {
namespace {

struct Entry {
  std::string_view word;
  Language language;
};

constexpr Language kJavascript{tokenise_javascript}, kTypescript{tokenise_typescript}, kJson{tokenise_json}, kShell{tokenise_shell},
    kConsole{tokenise_console, true}, kEnv{tokenise_env}, kDockerfile{tokenise_dockerfile}, kPython{tokenise_python}, kC{tokenise_c},
    kCpp{tokenise_cpp}, kYaml{tokenise_yaml}, kHtml{tokenise_html}, kTerminal{nullptr, true};

// docs/languages.md is this table for authors.
constexpr auto kEntries = std::to_array<Entry>({
    {"", kTerminal},
    {"ansi", kTerminal},
    {"ascii", kTerminal},
    {"bash", kShell},
    {"c", kC},
    {"c++", kCpp},
    {"cc", kCpp},
    {"cjs", kJavascript},
    {"console", kConsole},
    {"cpp", kCpp},
    {"css", {tokenise_css}},
    {"cts", kTypescript},
    {"cxx", kCpp},
    {"diff", {tokenise_diff}},
    {"docker", kDockerfile},
    {"dockerfile", kDockerfile},
    {"dotenv", kEnv},
    {"env", kEnv},
    {"h", kC},
    {"hpp", kCpp},
    {"htm", kHtml},
    {"html", kHtml},
    {"http", {tokenise_http}},
    {"javascript", kJavascript},
    {"js", kJavascript},
    {"json", kJson},
    {"json5", kJson},
    {"jsonc", kJson},
    {"jsonl", kJson},
    {"jsx", {tokenise_jsx}},
    {"log", kTerminal},
    {"mermaid", kTerminal},
    {"mjs", kJavascript},
    {"mts", kTypescript},
    {"ndjson", kJson},
    {"node", kJavascript},
    {"none", kTerminal},
    {"output", kTerminal},
    {"patch", {tokenise_diff}},
    {"plain", kTerminal},
    {"plaintext", kTerminal},
    {"py", kPython},
    {"python", kPython},
    {"python3", kPython},
    {"sh", kShell},
    {"shell", kShell},
    {"shell-session", kConsole},
    {"shellsession", kConsole},
    {"stdout", kTerminal},
    {"svg", kHtml},
    {"terminal", kConsole},
    {"text", kTerminal},
    {"ts", kTypescript},
    {"tsx", {tokenise_tsx}},
    {"txt", kTerminal},
    {"typescript", kTypescript},
    {"xml", kHtml},
    {"yaml", kYaml},
    {"yml", kYaml},
    {"zsh", kShell},
});
static_assert(std::ranges::is_sorted(kEntries, {}, &Entry::word));

}  // namespace

const Language* find_language(std::string_view word) {
  const auto found = std::ranges::lower_bound(kEntries, word, {}, &Entry::word);
  return found != kEntries.end() && found->word == word ? &found->language : nullptr;
}

}  // namespace nbpublish
