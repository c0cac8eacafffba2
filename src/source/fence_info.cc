#include "source/fence_info.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 14> kHarmlessWords = {
    "twoslash", "copy",   "nocopy",      "no-copy",  "wrap", "nowrap", "noline",
    "live",     "static", "collapsible", "collapse", "icon", "eval",   "run"};

constexpr std::uint32_t kMaxLine = 1'000'000;

bool is_space(char c) { return c == ' ' || c == '\t'; }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > kMaxLine) return std::nullopt;
  return value;
}

// Splits at blanks outside quotes and braces; quotes stay in the word.
std::vector<std::string> words_of(std::string_view info) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  int depth = 0;
  for (const char c : info) {
    const bool bare = quote == 0 && depth == 0;
    // ```js{1,3} glues the braces to the language.
    if (bare && (is_space(c) || c == '{') && !word.empty() && !word.ends_with('='))
      words.push_back(std::exchange(word, {}));
    if (bare && is_space(c)) continue;
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && depth > 0) {
      --depth;
    }
    word += c;
    if (c == '}' && depth == 0 && quote == 0) words.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) words.push_back(word);
  return words;
}

std::string_view unquoted(std::string_view value) {
  for (const char quote : {'"', '\''})
    if (value.size() >= 2 && value.front() == quote && value.back() == quote)
      return value.substr(1, value.size() - 2);
  if (value.size() >= 2 && value.front() == '{' && value.back() == '}')
    return value.substr(1, value.size() - 2);
  return value;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool parse_ranges(std::string_view list, FenceInfo& info) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view part = trimmed(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
    const std::size_t dash = part.find('-');
    const auto first = number_in(trimmed(part.substr(0, dash)));
    const auto last = dash == part.npos ? first : number_in(trimmed(part.substr(dash + 1)));
    if (!first || !last || *first == 0 || *last < *first) return false;
    ranges.emplace_back(*first, *last);
  }
  if (ranges.empty()) return false;
  info.marked.insert(info.marked.end(), ranges.begin(), ranges.end());
  return true;
}

bool parse_attribute(std::string_view word, FenceInfo& info);

// {1,3-5}, {#lst:name} or a group of attributes: {.js #lst:name title="x"}
bool parse_braces(std::string_view inside, FenceInfo& info) {
  inside = trimmed(inside);
  if (inside.empty()) return true;
  if (parse_ranges(inside, info)) return true;
  bool understood = true;
  for (const std::string& word : words_of(inside)) {
    if (word.size() > 1 && word[0] == '#') {
      info.label = word.substr(1);
    } else if (word.size() > 1 && word[0] == '.') {
      if (info.language.empty()) info.language = lower(word.substr(1));
    } else {
      understood &= word[0] != '{' && parse_attribute(word, info);
    }
  }
  return understood;
}

bool set_first_line(std::string_view value, FenceInfo& info) {
  const auto line = number_in(value);
  if (line) info.first_line = *line;
  return line.has_value();
}

bool parse_attribute(std::string_view word, FenceInfo& info) {
  const std::size_t equals = word.find('=');
  const std::string key = lower(word.substr(0, equals));
  const bool has_value = equals != word.npos;
  const std::string_view value = has_value ? unquoted(word.substr(equals + 1)) : std::string_view{};
  if (key == "title" || key == "filename" || key == "file") return info.title = value, has_value;
  if (key == "caption") return info.caption = value, has_value;
  if (key == "label" || key == "id") return info.label = value, has_value;
  if (key == "highlight" || key == "mark") return has_value && parse_ranges(value, info);
  if (key == "startline" || key == "start") return has_value && set_first_line(value, info);
  if (key == "showlinenumbers" || key == "linenumbers") {
    info.line_numbers = value != "false";
    return !has_value || value == "true" || value == "false" || set_first_line(value, info);
  }
  return !has_value && std::ranges::find(kHarmlessWords, key) != kHarmlessWords.end();
}

}  // namespace

ParsedFenceInfo parse_fence_info(std::string_view text) {
  ParsedFenceInfo parsed;
  bool first = true;
  for (const std::string& word : words_of(text)) {
    const bool braces = word.front() == '{' && word.back() == '}' && word.size() >= 2;
    const bool language = std::exchange(first, false) && !braces && word.find('=') == word.npos;
    if (language) {
      parsed.info.language = lower(word);
    } else if (braces ? !parse_braces(std::string_view(word).substr(1, word.size() - 2), parsed.info)
                      : !parse_attribute(word, parsed.info)) {
      parsed.unknown.push_back(word);
    }
  }
  return parsed;
}

}  // namespace nbpublish
