#include "highlight/ansi.h"

#include <algorithm>

#include "highlight/characters.h"

namespace nbpublish {
namespace {

constexpr char kEscape = '\x1b', kBell = '\a';
constexpr std::string_view kPictureOfBell = "\u2407";  // a chapter's control characters are pictures when they come here
constexpr std::string_view kPicture = "\u241B";

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

// The sequence that begins with the escape character at `at`.
struct Sequence {
  std::size_t length = 0;       // 0: there is no whole one
  bool is_rendition = false;    // SGR
  std::string_view parameters;  // of SGR
};

bool is_within(std::string_view code, std::size_t at, char first, char last) {
  return at < code.size() && code[at] >= first && code[at] <= last;
}

Sequence sequence_at(std::string_view code, std::size_t at) {
  std::size_t pos = at + 1;
  if (is_within(code, pos, '[', '[')) {  // control sequence: parameters, intermediates, one final byte
    const std::size_t begin = ++pos;
    while (is_within(code, pos, 0x20, 0x3F)) ++pos;
    if (!is_within(code, pos, 0x40, 0x7E)) return {};
    return {pos + 1 - at, code[pos] == 'm', code.substr(begin, pos - begin)};
  }
  if (is_within(code, pos, ']', ']')) {  // operating system command: ended by BEL or ESC \, here also by the line
    while (pos < code.size() && code[pos] != '\n' && code[pos] != kBell && code[pos] != kEscape &&
           !code.substr(pos).starts_with(kPictureOfBell))
      ++pos;
    if (is_within(code, pos, kBell, kBell)) ++pos;
    else if (code.substr(pos).starts_with(kPictureOfBell)) pos += kPictureOfBell.size();
    else if (code.substr(pos, 2) == "\x1b\\") pos += 2;
    return {pos - at, false, {}};
  }
  while (is_within(code, pos, 0x20, 0x2F)) ++pos;  // "ESC ( B" chooses a set of characters
  if (!is_within(code, pos, 0x30, 0x7E)) return {};
  return {pos + 1 - at, false, {}};
}

}  // namespace

TerminalText read_terminal_text(std::string_view code) {
  TerminalText result;
  result.text.reserve(code.size());
  Rendition rendition;
  for (std::size_t pos = 0; pos < code.size();) {
    const bool is_escape = code[pos] == kEscape;
    const Sequence sequence = is_escape ? sequence_at(code, pos) : Sequence{};
    if (sequence.is_rendition) apply_parameters(sequence.parameters, rendition);
    else if (is_escape) result.odd.push_back({pos, std::max<std::size_t>(sequence.length, 1), sequence.length == 0});
    if (sequence.length > 0) {
      pos += sequence.length;
      continue;
    }
    const std::size_t end = std::min(code.find(kEscape, pos + 1), code.size());
    const auto begin = static_cast<std::uint32_t>(result.text.size());
    if (is_escape) result.text += kPicture;
    result.text += code.substr(pos + (is_escape ? 1 : 0), end - pos - (is_escape ? 1 : 0));
    if (const TokenKind kind = rendition.kind(); kind != TokenKind::Plain)
      result.emphasis.push_back({kind, begin, static_cast<std::uint32_t>(result.text.size())});
    pos = end;
  }
  return result;
}

std::string show_escapes(std::string_view code, std::vector<OddEscape>& odd) {
  std::string shown;
  for (std::size_t pos = 0; pos < code.size();) {
    const std::size_t escape = std::min(code.find(kEscape, pos), code.size());
    shown += code.substr(pos, escape - pos);
    if (escape < code.size()) {
      odd.push_back({escape, 1, true});
      shown += kPicture;
    }
    pos = escape + 1;
  }
  return shown;
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
