#include "figure/css_text.h"

#include <algorithm>

namespace nbpublish {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f";

bool is_space(char c) { return kSpace.find(c) != std::string_view::npos; }

// The end of the quoted string that begins at `at`; the text's end if it is open.
std::size_t after_string(std::string_view text, std::size_t at) {
  const std::size_t close = text.find(text[at], at + 1);
  return close == std::string_view::npos ? text.size() : close + 1;
}

// The first of `stops` at or behind `at` that stands outside quotes and parentheses; the text's end if there is none.
std::size_t find_outside(std::string_view text, std::size_t at, std::string_view stops) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (depth == 0 && stops.find(c) != std::string_view::npos) return at;
    if (c == '"' || c == '\'') {
      at = after_string(text, at);
      continue;
    }
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    ++at;
  }
  return text.size();
}

// Where the blocks of declarations lie: between a `{` and the next brace, if that closes it.
struct Block {
  std::size_t prelude, begin, end;  // offsets: selectors from `prelude` to before the brace, declarations from `begin` to `end`
};
std::vector<Block> blocks_of(std::string_view sheet) {
  std::vector<Block> blocks;
  std::size_t prelude = 0, open = std::string_view::npos;
  for (std::size_t at = 0; at < sheet.size();) {
    const char c = sheet[at];
    if (c == '"' || c == '\'') {
      at = after_string(sheet, at);
      continue;
    }
    if (c == '{') {
      if (open != std::string_view::npos) prelude = open + 1;  // the outer one was @media's
      open = at;
    } else if (c == '}') {
      if (open != std::string_view::npos) blocks.push_back({prelude, open + 1, at});
      prelude = at + 1, open = std::string_view::npos;
    }
    ++at;
  }
  return blocks;
}

}  // namespace

std::string css_lowered(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

std::string_view css_trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::vector<std::string_view> css_words(std::string_view value) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < value.size();) {
    std::size_t end = at + 1;
    if (is_space(value[at])) end = std::min(value.find_first_not_of(kSpace, at), value.size());
    else if (value[at] != '!') end = find_outside(value, at, " \t\r\n\f!");
    else end = find_outside(value, at + 1, kSpace);
    words.push_back(value.substr(at, end - at));
    at = end;
  }
  return words;
}

std::vector<CssDeclaration> css_declarations(std::string_view block) {
  std::vector<CssDeclaration> out;
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t end = find_outside(block, at, ";");
    const std::string_view piece = block.substr(at, end - at);
    if (const std::size_t colon = piece.find(':'); colon != std::string_view::npos)
      out.push_back({css_lowered(css_trimmed(piece.substr(0, colon))), css_trimmed(piece.substr(colon + 1))});
    at = end + 1;
  }
  return out;
}

std::vector<CssRule> css_rules(std::string_view sheet) {
  std::vector<CssRule> rules;
  for (const Block& b : blocks_of(sheet))
    rules.push_back({css_trimmed(sheet.substr(b.prelude, b.begin - 1 - b.prelude)), sheet.substr(b.begin, b.end - b.begin)});
  return rules;
}

std::string change_declarations(std::string_view block, const CssChange& change) {
  std::string out;
  std::size_t done = 0;
  for (const CssDeclaration& d : css_declarations(block)) {
    const auto changed = d.value.empty() ? std::nullopt : change(d.name, d.value);
    if (!changed) continue;
    const auto at = static_cast<std::size_t>(d.value.data() - block.data());
    out.append(block.substr(done, at - done)).append(*changed);
    done = at + d.value.size();
  }
  return out.append(block.substr(done));
}

std::string change_sheet(std::string_view sheet, const CssChange& change) {
  std::string out;
  std::size_t done = 0;
  for (const Block& b : blocks_of(sheet)) {
    out.append(sheet.substr(done, b.begin - done)).append(change_declarations(sheet.substr(b.begin, b.end - b.begin), change));
    done = b.end;
  }
  return out.append(sheet.substr(done));
}

}  // namespace nbpublish
