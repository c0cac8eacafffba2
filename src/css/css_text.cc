#include "css/css_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "css/css_tokens.h"

namespace nbpublish {
namespace {

// Where the blocks of declarations lie: between a `{` and the next brace, if that closes it.
struct Block {
  std::size_t prelude, begin, end;  // offsets: selectors from `prelude` to before the brace, declarations from `begin` to `end`
};
std::vector<Block> blocks_of(std::string_view sheet) {
  std::vector<Block> blocks;
  const CssTokens tokens(sheet);
  std::size_t prelude = 0, open = std::string_view::npos;
  for (std::size_t at = 0; at < sheet.size(); at = tokens.past(at)) {
    const char c = sheet[at];
    if (c == '{') {
      if (open != std::string_view::npos) prelude = open + 1;  // the outer one was @media's
      open = at;
    } else if (c == '}') {
      if (open != std::string_view::npos) blocks.push_back({prelude, open + 1, at});
      prelude = at + 1, open = std::string_view::npos;
    }
  }
  return blocks;
}

}  // namespace

std::vector<std::string_view> css_words(std::string_view value) {
  std::vector<std::string_view> words;
  const CssTokens tokens(value);
  for (std::size_t at = 0; at < value.size();) {
    std::size_t end = at + 1;
    if (is_html_space(value[at])) end = std::min(value.find_first_not_of(kHtmlSpace, at), value.size());
    else if (value[at] != '!') end = tokens.find_outside(at, " \t\r\n\f!");
    else end = tokens.find_outside(at + 1, kHtmlSpace);
    words.push_back(value.substr(at, end - at));
    at = end;
  }
  return words;
}

std::vector<CssDeclaration> css_declarations(std::string_view block) {
  std::vector<CssDeclaration> out;
  scan_css(block, [&](const CssDeclaration& declaration) { out.push_back(declaration); });
  return out;
}

std::vector<CssRule> css_rules(std::string_view sheet) {
  std::vector<CssRule> rules;
  for (const Block& b : blocks_of(sheet))
    rules.push_back({trimmed(sheet.substr(b.prelude, b.begin - 1 - b.prelude), kHtmlSpace), sheet.substr(b.begin, b.end - b.begin)});
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
