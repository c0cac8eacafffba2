#include "layout/listing/break_costs.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "base/ascii.h"

namespace nbpublish {
namespace {

// Beside what the open brackets cost: less than one of them, save for what is awkward.
constexpr int kBehindOpening = 1, kBeforeDot = 2, kInsideName = kBracketDepth + 2;
constexpr int kInString = 15;
constexpr int kAwkward = 15;

bool contains(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view e) { return text.ends_with(e); });
}

bool opens(char c) { return contains("([{", c); }
bool closes(char c) { return contains(")]}", c); }

// Reads a line once, keeping what is open.
class PlaceReader {
 public:
  explicit PlaceReader(const HighlightedLine& line) : line_(line), text_(line.text), costs_(line.text.size(), kNoBreak) {
    is_known_ = std::any_of(line.tokens.begin(), line.tokens.end(), [](const Token& token) {
      return token.kind != TokenKind::Plain && token.kind != TokenKind::Comment && token.kind != TokenKind::Output;
    });
  }

  std::vector<int> read() {
    for (const Token& token : line_.tokens) {
      for (std::uint32_t at = token.begin; at < token.end; ++at) {
        if (at > 0) costs_[at] = cost_before(token, at);
        if (token.kind != TokenKind::String && token.kind != TokenKind::Comment) count_bracket(text_[at]);
      }
      before_ = token.kind;
    }
    return std::move(costs_);
  }

 private:
  const HighlightedLine& line_;
  std::string_view text_;
  std::vector<int> costs_;
  bool is_known_ = false;                // a language whose words are told apart
  TokenKind before_ = TokenKind::Plain;  // of the token before this
  int depth_ = 0;
  bool is_begun_ = false;  // something but closing brackets has been read

  void count_bracket(char c) {
    if (opens(c)) ++depth_;
    if (closes(c) && depth_ > 0) --depth_;
    is_begun_ = is_begun_ || !(closes(c) || c == ' ');
  }

  int cost_before(const Token& token, std::uint32_t at) const {
    const char before = text_[at - 1], after = text_[at];
    if (after == ' ') return kNoBreak;
    const bool inside = at > token.begin;
    const int outer = kBracketDepth * depth_;
    if (inside && token.kind == TokenKind::Comment) return before == ' ' ? outer : kNoBreak;
    if (inside && token.kind == TokenKind::String) return before == ' ' ? outer + kInString : kNoBreak;
    if (!is_begun_) return kNoBreak;
    const int own = inside ? cost_of(at, token.kind) : cost_of(at, before_);
    return own == kNoBreak ? kNoBreak : outer + own;
  }

  // Of code; `kind` is that of the character before the place.
  int cost_of(std::uint32_t at, TokenKind kind) const {
    const std::string_view before = text_.substr(0, at), after = text_.substr(at);
    if (before.back() == ' ') return is_awkward_blank(at) ? kAwkward : 0;
    if (closes(after.front()) || contains(";,", after.front())) return kNoBreak;
    if (opens(before.back())) return kBehindOpening;
    if (kind != TokenKind::String && ends_with_any(before, {",", ";", "&&", "||", "=>"})) return 0;
    if (before.back() == '=' && !contains("=>", after.front())) return kAwkward;
    if (!after.starts_with("?.") && !is_member_dot(before.back(), after)) return kNoBreak;
    return closes(before.back()) ? kBeforeDot : kInsideName;
  }

  // In text that nobody knows the language of, a dot may end a sentence or part a file's name.
  bool is_member_dot(char before, std::string_view after) const {
    if (after.size() < 2 || after[0] != '.' || !is_letter(after[1])) return false;
    return closes(before) || (is_known_ && is_alphanumeric(before));
  }

  // A blank before what ends or joins, or behind a word that wants what follows.
  bool is_awkward_blank(std::uint32_t at) const {
    const char after = text_[at];
    if (!is_known_) return false;
    if (contains(")]},;=&|+-*/%<>", after)) return !(after == '-' || after == '/') || text_.substr(at, 2).ends_with(' ');
    const auto next = std::upper_bound(line_.tokens.begin(), line_.tokens.end(), at - 1,
                                       [](std::uint32_t byte, const Token& token) { return byte < token.end; });
    // The blank may be a token of its own.
    for (auto token = next;; --token) {
      const std::string_view text = text_.substr(token->begin, std::min(token->end, at) - token->begin);
      if (text.find_first_not_of(' ') != std::string_view::npos) return token->kind == TokenKind::Keyword;
      if (token == line_.tokens.begin()) return false;
    }
  }
};

}  // namespace

std::vector<int> break_costs(const HighlightedLine& line) { return PlaceReader(line).read(); }

}  // namespace nbpublish
