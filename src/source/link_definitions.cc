#include "source/link_definitions.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"

namespace nbpublish {
namespace {

// Measured: pandoc takes a second for each half megabyte. A hundred times what the links of a long chapter
// need.
constexpr std::size_t kMaxBytes = 1u << 20;
constexpr std::size_t kLongestLabel = 1000;  // as CommonMark has it

struct Definition {
  std::size_t begin = 0, bytes = 0;
};

// Names compare without case, and with any white space for a blank. ASCII's case is enough: what differs in
// another is counted less.
std::string comparable(std::string_view name) {
  std::string out;
  bool at_line = false;  // where a quotation has its marks
  for (const char c : name) {
    const bool blank = is_markdown_space(c) || (at_line && c == '>');
    at_line = c == '\n' || (at_line && blank);
    if (!blank) out += to_lower(c);
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// All names in brackets, counted, and what may be definitions: each reaches to the next or to an empty line,
// because titles may go over several lines.
class Scanner {
 public:
  std::map<std::string, std::size_t> uses;
  std::map<std::string, Definition> definitions;

  explicit Scanner(std::string_view text) {
    std::size_t open = text.npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\\') ++i;
      else if (text[i] == '\n' && begins_empty_line(text, i + 1)) end_definition(i);
      else if (text[i] == '[') open = i;
      else if (text[i] == ']' && open != text.npos) {
        if (i - open <= kLongestLabel) name(text, std::exchange(open, text.npos), i);
        open = text.npos;
      }
    }
    end_definition(text.size());
  }

 private:
  Definition* current_ = nullptr;

  static bool begins_empty_line(std::string_view text, std::size_t pos) {
    const std::size_t first = text.find_first_not_of(" \t>", pos);
    return first == text.npos || text[first] == '\n';
  }

  void end_definition(std::size_t at) {
    if (current_ != nullptr) current_->bytes = at - current_->begin;
    current_ = nullptr;
  }

  void name(std::string_view text, std::size_t open, std::size_t close) {
    if (text[open + 1] == '^') return;  // a note, which has a limit of its own
    std::string name = comparable(text.substr(open + 1, close - open - 1));
    ++uses[name];
    if (close + 1 == text.size() || text[close + 1] != ':') return;
    end_definition(open);
    const auto [at, is_new] = definitions.try_emplace(std::move(name), Definition{open, 0});
    if (is_new) current_ = &at->second;
  }
};

}  // namespace

std::optional<LimitBreach> check_definitions(const SourceText& source) {
  if (source.text().find("]:") == std::string::npos) return std::nullopt;
  const Scanner found(source.text());
  std::size_t total = 0, most = 0;
  const Definition* worst = nullptr;
  for (const auto& [name, definition] : found.definitions) {
    const std::size_t uses = found.uses.at(name) - 1;  // one is the definition's own
    const std::size_t bytes = uses > 1 ? (uses - 1) * definition.bytes : 0;
    total += bytes;
    if (bytes > most) most = bytes, worst = &definition;
  }
  if (total <= kMaxBytes || worst == nullptr) return std::nullopt;
  const std::size_t line = source.line_of(worst->begin);
  return LimitBreach{source.line_span(line, line), "the links that use this definition and others are too many to be written out"};
}

}  // namespace nbpublish
