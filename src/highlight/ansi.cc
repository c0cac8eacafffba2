#include "highlight/ansi.h"

#include <algorithm>

#include "highlight/characters.h"

namespace nbpublish {
namespace {

constexpr char kEscape = '\x1b', kBell = '\a';

// The graphic rendition in force, as far as black ink can show it.
struct Rendition {
  bool bold = false, inverse = false, coloured = false, ground = false;

  void apply(int code) {
    if (code == 0) *this = {};
    if (code == 1 || code == 22) bold = code == 1;
    if (code == 7 || code == 27) inverse = code == 7;
    // Black, white and bright black (grey) are no emphasis; 39 is the default colour.
    if ((code >= 30 && code <= 39) || (code >= 90 && code <= 97))
      coloured = code != 30 && code != 37 && code != 39 && code != 90 && code != 97;
    if ((code >= 40 && code <= 49) || (code >= 100 && code <= 107)) ground = code != 40 && code != 49;
  }
  TokenKind kind() const {
    if (inverse || ground) return TokenKind::AnsiInverse;
    return bold || coloured ? TokenKind::AnsiBold : TokenKind::Plain;
  }
};

// Reads the parameters of an SGR sequence. 38 and 48 (colour by index or RGB) take their own parameters
// along.
void apply_parameters(std::string_view parameters, Rendition& rendition) {
  int skip = 0, code = 0, selector = 0;
  for (std::size_t i = 0; i <= parameters.size(); ++i) {
    const char c = i < parameters.size() ? parameters[i] : ';';
    if (is_digit(c)) code = std::min(code * 10 + (c - '0'), 9999);
    if (c != ';' && c != ':') continue;
    if (selector != 0) {
      skip = code == 5 ? 1 : code == 2 ? 3 : 0;
      selector = 0;
    } else if (skip > 0) {
      --skip;
    } else {
      rendition.apply(code);
      if (code == 38 || code == 48) selector = code;
    }
    code = 0;
  }
}

// Moves past the sequence at `pos` (its escape character) and applies it if it is SGR.
void read_sequence(std::string_view code, std::size_t& pos, Rendition& rendition) {
  const std::size_t start = ++pos;
  if (start >= code.size()) return;
  if (code[start] == '[') {  // control sequence: parameters, intermediates, one final byte
    ++pos;
    while (pos < code.size() && code[pos] >= 0x20 && code[pos] < 0x40) ++pos;
    if (pos >= code.size() || code[pos] < 0x40 || code[pos] > 0x7E) return;
    if (code[pos] == 'm') apply_parameters(code.substr(start + 1, pos - start - 1), rendition);
    ++pos;
  } else if (code[start] == ']') {  // operating system command: ended by BEL or ESC \, here also by the line
    while (pos < code.size() && code[pos] != '\n' && code[pos] != kBell && code[pos] != kEscape) ++pos;
    if (pos < code.size() && code[pos] == kBell) ++pos;
    if (code.substr(pos, 2) == "\x1b\\") pos += 2;
  } else if (code[start] >= 0x20 && code[start] < 0x7F) {  // two-character escape
    ++pos;
  }
}

}  // namespace

TerminalText read_terminal_text(std::string_view code) {
  TerminalText result;
  result.text.reserve(code.size());
  Rendition rendition;
  for (std::size_t pos = 0; pos < code.size();) {
    if (code[pos] == kEscape) {
      read_sequence(code, pos, rendition);
      continue;
    }
    const std::size_t end = std::min(code.find(kEscape, pos), code.size());
    const auto begin = static_cast<std::uint32_t>(result.text.size());
    result.text += code.substr(pos, end - pos);
    if (const TokenKind kind = rendition.kind(); kind != TokenKind::Plain)
      result.emphasis.push_back({kind, begin, static_cast<std::uint32_t>(result.text.size())});
    pos = end;
  }
  return result;
}

TokenList overlay(const TokenList& tokens, const TokenList& emphasis) {
  TokenList result;
  auto over = emphasis.begin();
  const auto emit_over_until = [&](std::uint32_t limit) {
    for (; over != emphasis.end() && over->begin < limit; ++over) result.push_back(*over);
  };
  for (const Token& token : tokens) {
    std::uint32_t begin = token.begin;
    emit_over_until(begin);
    while (begin < token.end) {
      if (!result.empty()) begin = std::max(begin, result.back().end);
      const std::uint32_t next = over == emphasis.end() ? token.end : std::min(over->begin, token.end);
      if (begin < next) result.push_back({token.kind, begin, next});
      if (next >= token.end) break;
      begin = next;
      result.push_back(*over++);
    }
  }
  emit_over_until(UINT32_MAX);
  return result;
}

}  // namespace nbpublish
