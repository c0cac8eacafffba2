#include "highlight/highlight.h"

#include "highlight/ansi.h"
#include "highlight/languages.h"
#include "highlight/lines.h"

namespace nbpublish {
namespace {

const Language& language_of(std::string_view word) {
  const Language* known = find_language(word);
  return known != nullptr ? *known : *find_language("text");
}

TokenList tokenise(std::string_view text, const Language& language) {
  TokenList tokens;
  Scanner scanner(text, tokens);
  if (language.tokenise != nullptr) language.tokenise(scanner);
  return tokens;
}

std::vector<HighlightedLine> highlight_terminal(std::string_view code, const Language& language) {
  const TerminalText terminal = read_terminal_text(code);
  return split_lines(terminal.text, overlay(tokenise(terminal.text, language), terminal.emphasis));
}

}  // namespace

std::vector<HighlightedLine> highlight(std::string_view code, std::string_view language) {
  const Language& known = language_of(language);
  if (known.terminal) return highlight_terminal(code, known);
  std::vector<OddEscape> odd;
  const std::string plain = show_escapes(code, odd);  // no output can take an escape character
  return split_lines(plain, tokenise(plain, known));
}

std::vector<OddEscape> odd_escapes(std::string_view code, std::string_view language) {
  std::vector<OddEscape> odd;
  if (code.find('\x1B') == code.npos) return odd;
  if (language_of(language).terminal) return read_terminal_text(code).odd;
  show_escapes(code, odd);
  return odd;
}

bool knows_language(std::string_view language) { return find_language(language) != nullptr; }

std::string_view css_class(TokenKind kind) {
  switch (kind) {
    case TokenKind::Plain:
    case TokenKind::Punctuation:
      return "";  // set as plain
    case TokenKind::Keyword:
      return "kw";
    case TokenKind::String:
      return "str";
    case TokenKind::Number:
      return "num";
    case TokenKind::Comment:
      return "com";
    case TokenKind::Function:
      return "fn";
    case TokenKind::Type:
      return "typ";
    case TokenKind::Property:
      return "prop";
    case TokenKind::Prompt:
      return "prompt";
    case TokenKind::Command:
      return "cmd";
    case TokenKind::Output:
      return "out";
    case TokenKind::Added:
      return "add";
    case TokenKind::Removed:
      return "del";
    case TokenKind::AnsiBold:
      return "bold";
    case TokenKind::AnsiInverse:
      return "inv";
  }
  return "";
}

}  // namespace nbpublish
