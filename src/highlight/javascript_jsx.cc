#include "highlight/characters.h"
#include "highlight/javascript_lexer.h"

namespace nbpublish {
namespace {

bool is_jsx_name(char c) { return is_name(c) || c == '-' || c == '.' || c == ':'; }

}  // namespace

// An element or fragment begins here, unless it is TypeScript's `<T,>(` or `<T extends`.
bool JavascriptLexer::jsx_element() {
  const char next = in_.peek(1);
  if (next != '>' && !is_name_start(next)) return false;
  if (dialect_.types) {
    std::size_t at = in_.pos() + 1;
    while (is_name(in_.byte(at))) ++at;
    const bool one_letter = at == in_.pos() + 2;
    if (in_.byte(at) == ',' || (one_letter && in_.byte(at) == ' ' && in_.byte(at + 1) == 'e')) return false;
  }
  jsx_closing_tag_ = false;
  in_.emit_advance(TokenKind::Punctuation, 1);
  stack_.push_back(Role::JsxTag);
  return true;
}

// Inside <...>: the name, attributes, strings, {expressions}. Called once per piece.
void JavascriptLexer::jsx_tag() {
  const std::size_t begin = in_.pos();
  const char c = in_.peek();
  if (is_space(c)) return in_.advance();
  if (is_quote(c)) {
    in_.skip_quoted(true);
    return in_.emit(TokenKind::String, begin);
  }
  if (c == '{') {
    in_.emit_advance(TokenKind::Punctuation, 1);
    stack_.push_back(Role::JsxExpression);
    return remember(Last::Punctuation, "{", true);
  }
  if (c == '>' || in_.starts_with("/>")) {
    in_.emit_advance(TokenKind::Punctuation, c == '>' ? 1 : 2);
    return jsx_tag_ends(c == '/');
  }
  if (!is_name_start(c)) return in_.emit_advance(TokenKind::Punctuation, 1);
  const bool element = in_.previous() == '<' || in_.previous() == '/';
  in_.skip_while(is_jsx_name);
  const TokenKind name_kind = is_upper(c) ? TokenKind::Type : TokenKind::Keyword;
  in_.emit(element ? name_kind : TokenKind::Property, begin);
}

void JavascriptLexer::jsx_tag_ends(bool self_closing) {
  stack_.pop_back();
  if (jsx_closing_tag_) {
    if (top() == Role::JsxChildren) stack_.pop_back();
  } else if (!self_closing) {
    stack_.push_back(Role::JsxChildren);
  }
  jsx_closing_tag_ = false;
  remember(Last::Operand, ">", false);
}

// Text between tags, up to the next tag or expression.
void JavascriptLexer::jsx_children() {
  in_.skip_while([](char c) { return c != '<' && c != '{'; });
  if (in_.at_end()) return;
  const bool tag = in_.peek() == '<';
  jsx_closing_tag_ = tag && in_.peek(1) == '/';
  in_.emit_advance(TokenKind::Punctuation, jsx_closing_tag_ ? 2 : 1);
  stack_.push_back(tag ? Role::JsxTag : Role::JsxExpression);
  remember(Last::Punctuation, "{", true);
}

}  // namespace nbpublish
