#include "source/fence_info.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/ascii.h"

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 14> kHarmlessWords = {"twoslash", "copy",   "nocopy",      "no-copy",  "wrap", "nowrap", "noline",
                                                             "live",     "static", "collapsible", "collapse", "icon", "eval",   "run"};

constexpr std::uint32_t kMaxLine = 1'000'000;

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > kMaxLine) return std::nullopt;
  return value;
}

struct Word {
  std::string text;
  std::size_t begin = 0, end = 0;  // bytes of the info string; there may be a blank behind its '='
};

// Splits at blanks outside quotes and braces; quotes stay in the word. `info` begins at `offset` of the
// whole.
std::vector<Word> words_of(std::string_view info, std::size_t offset = 0) {
  std::vector<Word> words;
  Word word;
  char quote = 0;
  int depth = 0;
  for (std::size_t i = 0; i < info.size(); ++i) {
    const char c = info[i];
    const bool bare = quote == 0 && depth == 0;
    // ```js{1,3} glues the braces to the language.
    if (bare && (is_markdown_blank(c) || c == '{') && !word.text.empty() && !word.text.ends_with('='))
      words.push_back(std::exchange(word, {}));
    if (bare && is_markdown_blank(c)) continue;
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && depth > 0) {
      --depth;
    }
    if (word.text.empty()) word.begin = offset + i;
    word.text += c;
    word.end = offset + i + 1;
    if (c == '}' && depth == 0 && quote == 0) words.push_back(std::exchange(word, {}));
  }
  if (!word.text.empty()) words.push_back(word);
  return words;
}

std::string_view unquoted(std::string_view value) {
  for (const char quote : {'"', '\''})
    if (value.size() >= 2 && value.front() == quote && value.back() == quote) return value.substr(1, value.size() - 2);
  if (value.size() >= 2 && value.front() == '{' && value.back() == '}') return value.substr(1, value.size() - 2);
  return value;
}

bool parse_ranges(std::string_view list, FenceInfo& info) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view part = trimmed(list.substr(0, comma), kMarkdownBlank);
    list.remove_prefix(std::min(comma + 1, list.size()));
    const std::size_t dash = part.find('-');
    const auto first = number_in(trimmed(part.substr(0, dash), kMarkdownBlank));
    const auto last = dash == part.npos ? first : number_in(trimmed(part.substr(dash + 1), kMarkdownBlank));
    if (!first || !last || *first == 0 || *last < *first) return false;
    ranges.emplace_back(*first, *last);
  }
  if (ranges.empty()) return false;
  info.marked.insert(info.marked.end(), ranges.begin(), ranges.end());
  return true;
}

bool set_first_line(std::string_view value, FenceInfo& info) {
  const auto line = number_in(value);
  if (line) info.first_line = *line;
  return line.has_value();
}

bool parse_attribute(std::string_view word, ParsedFenceInfo& parsed) {
  FenceInfo& info = parsed.info;
  const std::size_t equals = word.find('=');
  const std::string key = lowered(word.substr(0, equals));
  const bool has_value = equals != word.npos;
  const std::string_view value = has_value ? unquoted(word.substr(equals + 1)) : std::string_view{};
  if (key == "title" || key == "filename" || key == "file") return info.title = value, has_value;
  if (key == "caption") return parsed.caption = value, has_value;
  if (key == "label" || key == "id") return info.label = value, has_value;
  if (key == "highlight" || key == "mark") return has_value && parse_ranges(value, info);
  if (key == "startline" || key == "start") return has_value && set_first_line(value, info);
  if (key == "showlinenumbers" || key == "linenumbers") {
    info.line_numbers = value != "false";
    return !has_value || value == "true" || value == "false" || set_first_line(value, info);
  }
  return !has_value && std::ranges::find(kHarmlessWords, key) != kHarmlessWords.end();
}

bool is_braced(std::string_view word) { return word.size() >= 2 && word.front() == '{' && word.back() == '}'; }

// The attributes of a group: #lst:name .js title="x"
void parse_group(const std::vector<Word>& words, ParsedFenceInfo& parsed) {
  for (const Word& word : words) {
    if (word.text.size() > 1 && word.text[0] == '#') {
      parsed.info.label = word.text.substr(1);
    } else if (word.text.size() > 1 && word.text[0] == '.') {
      if (parsed.info.language.empty()) parsed.info.language = lowered(std::string_view(word.text).substr(1));
    } else if (is_braced(word.text) || !parse_attribute(word.text, parsed)) {
      parsed.unknown.emplace_back(word.begin, word.end);
    }
  }
}

// {1,3-5}, {#lst:name} or a group of attributes: {.js #lst:name title="x"}
void parse_braces(const Word& word, ParsedFenceInfo& parsed) {
  const std::string_view inside = std::string_view(word.text).substr(1, word.text.size() - 2);
  const std::string_view list = trimmed(inside, kMarkdownBlank);
  if (list.empty() || parse_ranges(list, parsed.info)) return;
  const bool numbers = is_digit(list.front());
  if (numbers) return void(parsed.unknown.emplace_back(word.begin, word.end));
  parse_group(words_of(inside, word.begin + 1), parsed);
}

}  // namespace

ParsedFenceInfo parse_fence_info(std::string_view text) {
  ParsedFenceInfo parsed;
  bool first = true;
  for (const Word& word : words_of(text)) {
    const bool language = std::exchange(first, false) && !is_braced(word.text) && word.text.find('=') == std::string::npos;
    if (language) {
      parsed.info.language = lowered(word.text);
    } else if (is_braced(word.text)) {
      parse_braces(word, parsed);
    } else if (!parse_attribute(word.text, parsed)) {
      parsed.unknown.emplace_back(word.begin, word.end);
    }
  }
  return parsed;
}

}  // namespace nbpublish
