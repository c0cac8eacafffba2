#include "document/code_names.h"

#include <algorithm>

#include "base/ascii.h"
#include "document/platform_names.h"

namespace nbpublish {
namespace {

constexpr std::string_view kFileEndings[] = {"cjs",  "com", "cpp", "css",  "csv",  "cts", "dll", "exe", "go",   "gz",   "hbs", "hpp", "htm",
                                             "html", "io",  "js",  "json", "jsx",  "md",  "mdx", "mjs", "mts",  "org",  "png", "py",  "rs",
                                             "scss", "sh",  "so",  "svg",  "toml", "ts",  "tsx", "txt", "wasm", "yaml", "yml", "zip"};

constexpr bool begins_identifier(char c) { return is_letter(c) || c == '_' || c == '$'; }
constexpr bool continues_identifier(char c) { return begins_identifier(c) || is_digit(c); }

// As of a constant or a variable of the environment.
bool is_shouted(std::string_view word) {
  return word.size() > 1 && is_upper(word.front()) &&
         std::ranges::all_of(word, [](char c) { return is_upper(c) || is_digit(c) || c == '_'; });
}

// "fs.promises.open" with its parts, and what stands around it.
struct Chain {
  std::vector<std::string_view> parts;
  std::size_t begin = 0, end = 0;  // in the code
  bool has_colons = false;         // "v8::Isolate"
};

Chain chain_at(std::string_view code, std::size_t begin) {
  Chain chain;
  chain.begin = begin;
  for (std::size_t pos = begin;;) {
    std::size_t end = pos;
    while (end < code.size() && continues_identifier(code[end])) ++end;
    chain.parts.push_back(code.substr(pos, end - pos));
    chain.end = end;
    const bool colons = code.substr(end).starts_with("::");
    pos = end + (colons ? 2 : 1);
    if (!(colons || code.substr(end).starts_with('.')) || pos >= code.size() || !begins_identifier(code[pos])) return chain;
    chain.has_colons = chain.has_colons || colons;
  }
}

class NameReader {
 public:
  explicit NameReader(std::string_view code) : code_(trimmed(code, " \t\n;")) {}

  std::vector<CodeName> read() {
    for (std::size_t pos = 0; pos < code_.size();) {
      if (begins_flag(pos)) {
        pos = read_flag(pos);
      } else if (continues_identifier(code_[pos])) {
        const Chain chain = chain_at(code_, pos);
        if (begins_identifier(code_[pos])) read_chain(chain);
        pos = chain.end;
      } else {
        ++pos;
      }
    }
    return std::move(names_);
  }

 private:
  char before(std::size_t pos) const { return pos == 0 ? ' ' : code_[pos - 1]; }
  char behind(std::size_t pos, std::size_t by = 0) const { return pos + by < code_.size() ? code_[pos + by] : ' '; }

  void add(NameKind kind, std::string_view name, bool is_called, bool is_known) {
    names_.push_back({kind, std::string(name), is_called, is_known});
  }

  bool begins_flag(std::size_t pos) const {
    const char c = before(pos);
    return code_.substr(pos).starts_with("--") && is_letter(behind(pos, 2)) && !continues_identifier(c) && c != '-' && c != '/' && c != '!';
  }
  std::size_t read_flag(std::size_t pos) {
    std::size_t end = pos + 2;
    while (end < code_.size() && (is_alphanumeric(code_[end]) || code_[end] == '-' || code_[end] == '_')) ++end;
    std::string_view flag = code_.substr(pos, end - pos);
    while (!is_alphanumeric(flag.back())) flag.remove_suffix(1);
    if (flag.size() > 3 && !is_placeholder(flag.substr(2))) add(NameKind::Flag, flag, false, false);
    return end;
  }

  void read_chain(const Chain& chain) {
    const char left = before(chain.begin), right = behind(chain.end);
    const bool is_of_path = std::string_view("./@#\\-%").find(left) != std::string_view::npos || right == '/' || right == '@' ||
                            (right == '-' && is_alphanumeric(behind(chain.end, 1)));
    if (is_of_path) return;
    const std::vector<std::string_view>& parts = chain.parts;
    if (parts.size() == 1 && read_shouted(parts[0], right)) return;
    const bool is_quoted = left == '\'' || left == '"' || right == '\'' || right == '"';
    if (is_quoted || std::ranges::any_of(parts, is_placeholder)) return;
    if (parts.size() == 1) read_word(chain);
    else if (parts[0] == "process" && parts[1] == "env") read_variable(parts);
    else read_qualified(chain);
  }

  // EADDRINUSE, NODE_OPTIONS; a macro with arguments is none of these.
  bool read_shouted(std::string_view word, char right) {
    if (is_platform_error(word) && right != '(') return add(NameKind::Error, word, false, true), true;
    if (!is_shouted(word) || is_placeholder(word)) return false;
    if (is_signal(word)) return add(NameKind::Signal, word, false, true), true;
    if (right == '(') return false;
    if (is_platform_variable(word)) return add(NameKind::Variable, word, false, true), true;
    if (is_system_constant(word)) return add(NameKind::Constant, word, false, true), true;
    if (is_native_name(word)) return false;
    return add(NameKind::Variable, word, false, false), true;
  }

  void read_variable(const std::vector<std::string_view>& parts) {
    add(NameKind::Api, "process.env", false, true);
    if (parts.size() > 2 && is_shouted(parts[2]) && !is_placeholder(parts[2]))
      add(NameKind::Variable, parts[2], false, is_platform_variable(parts[2]));
  }

  // One word is a name where it is all that the code says, but for its arguments and what is done with it.
  void read_word(const Chain& chain) {
    const std::string_view word = chain.parts[0];
    const bool is_called = behind(chain.end) == '(';
    const std::string_view front = trimmed(code_.substr(0, chain.begin), " ");
    const bool is_first = front.empty() || front == "new" || front == "await";
    const bool is_whole = is_first && (chain.end == code_.size() || is_called);
    if (is_native_name(word)) return add(NameKind::Api, word, is_called, true);
    if (word.size() > 5 && word.ends_with("Error") && is_upper(word.front())) return add(NameKind::Error, word, false, false);
    if (!is_whole) return;
    if (is_platform_class(word)) return add(NameKind::Api, word, false, true);
    if (is_platform_function(word) && (is_called || word != "import")) add(NameKind::Api, word, is_called, true);
  }

  void read_qualified(const Chain& chain) {
    std::vector<std::string_view> parts = chain.parts;
    bool is_called = behind(chain.end) == '(';
    const auto keep = [&](std::size_t count) {
      if (parts.size() > count) parts.resize(count), is_called = false;
    };
    const bool is_of_method = parts.size() > 2 && parts[parts.size() - 2] != "prototype";
    if (is_of_method && (parts.back() == "call" || parts.back() == "apply" || parts.back() == "bind")) parts.pop_back(), is_called = true;
    if (parts[0] == "module" && parts[1] == "exports") keep(2);
    const bool is_bracketed = before(chain.begin) == '[' && behind(chain.end) == ']';  // a table of a file of settings
    if (!is_called && !is_bracketed && std::ranges::find(kFileEndings, lowered(parts.back())) != std::end(kFileEndings)) return;
    if (std::ranges::find(parts, std::string_view("__proto__")) != parts.end()) return;
    const bool is_known = is_known_name(parts, chain.has_colons);
    if (is_known && !chain.has_colons) keep(3);
    if (!is_known && !is_of_others(parts)) return;
    const auto end = static_cast<std::size_t>(parts.back().end() - code_.begin());
    add(NameKind::Api, code_.substr(chain.begin, end - chain.begin), is_called, is_known);
  }

  bool is_known_name(const std::vector<std::string_view>& parts, bool has_colons) const {
    if (has_colons) return is_native_name(std::string(parts[0]) + "::" + std::string(parts[1]));
    if (parts[0] == "import") return parts[1] == "meta";
    return is_platform_owner(parts[0]) || (parts.size() == 2 && is_platform_member(parts[0], parts[1]));
  }

  // What a book may call its own: not what every object has, nor fields of what it has named with a letter.
  static bool is_of_others(const std::vector<std::string_view>& parts) {
    constexpr std::string_view kNoOwners[] = {"this", "self", "window", "exports", "import", "super"};
    const bool is_letter_only = parts[0].size() == 1 && is_letter(parts[0][0]);
    return !is_letter_only && parts.back() != "prototype" && std::ranges::find(kNoOwners, parts[0]) == std::end(kNoOwners);
  }

  const std::string_view code_;
  std::vector<CodeName> names_;
};

}  // namespace

std::vector<CodeName> names_in_code(std::string_view code) { return NameReader(code).read(); }

std::vector<CodeName> names_in_words(std::string_view words) {
  std::vector<CodeName> names = names_in_code(words);
  std::erase_if(names, [](const CodeName& n) {
    const bool is_word = n.kind == NameKind::Api && n.name.find_first_of(".:_") == std::string::npos && !n.is_called;
    const bool is_plain_variable = n.kind == NameKind::Variable && n.name.find('_') == std::string::npos;
    return !n.is_known || is_word || is_plain_variable;
  });
  return names;
}

void add_environment_names(std::string_view code, std::set<std::string, std::less<>>& names) {
  constexpr std::string_view kObject = "process.env.";
  const auto add_at = [&](std::size_t begin, bool needs_value) {
    std::size_t end = begin;
    while (end < code.size() && continues_identifier(code[end])) ++end;
    const std::string_view word = code.substr(begin, end - begin);
    if (is_shouted(word) && (!needs_value || code.substr(end).starts_with('='))) names.emplace(word);
    return std::max(end, begin + 1);
  };
  for (std::size_t pos = 0; pos < code.size();) {
    if (code.substr(pos).starts_with(kObject)) pos = add_at(pos + kObject.size(), false);
    else if (code[pos] == '$') pos = add_at(pos + (code.substr(pos).starts_with("${") ? 2 : 1), false);
    else if (begins_identifier(code[pos])) pos = add_at(pos, true);
    else ++pos;
  }
}

}  // namespace nbpublish
