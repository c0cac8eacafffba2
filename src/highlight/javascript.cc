#include "highlight/characters.h"
#include "highlight/javascript_lexer.h"
#include "highlight/javascript_words.h"
#include "highlight/languages.h"

namespace nbpublish {

void tokenise_javascript(Scanner& in) { JavascriptLexer(in, {}).read_tokens(); }
void tokenise_jsx(Scanner& in) { JavascriptLexer(in, {.jsx = true}).read_tokens(); }
void tokenise_typescript(Scanner& in) { JavascriptLexer(in, {.types = true}).read_tokens(); }
void tokenise_tsx(Scanner& in) { JavascriptLexer(in, {.types = true, .jsx = true}).read_tokens(); }

void JavascriptLexer::read_tokens() {
  if (in_.starts_with("#!")) {
    in_.skip_line();
    in_.emit(TokenKind::Comment, 0);
  }
  while (!in_.at_end()) step();
}

void JavascriptLexer::step() {
  switch (top()) {
    case Role::Template:
      return template_text();
    case Role::JsxTag:
      return jsx_tag();
    case Role::JsxChildren:
      return jsx_children();
    default:
      return step_code();
  }
}

void JavascriptLexer::step_code() {
  const char c = in_.peek();
  if (is_space(c)) {
    first_on_line_ |= c == '\n';
    return in_.advance();
  }
  if (in_.take_comment("//")) return;
  if (is_quote(c)) return string();
  if (is_digit(c) || (c == '.' && is_digit(in_.peek(1)))) return number();
  const bool sigil = (c == '#' || c == '@') && (is_name_start(in_.peek(1)) || in_.peek(1) == '$');
  if (is_name_start(c) || c == '$' || sigil) return name();
  if (c == '/' && expression_may_begin_ && regular_expression()) return;
  if (c == '<' && dialect_.jsx && expression_may_begin_ && jsx_element()) return;
  punctuation();
}

void JavascriptLexer::remember(Last last, std::string_view text, bool expression_may_begin) {
  last_ = last;
  last_text_ = text;
  expression_may_begin_ = expression_may_begin;
  first_on_line_ = false;
}

void JavascriptLexer::number() {
  const std::size_t begin = in_.pos();
  in_.skip_number('_');
  in_.emit(TokenKind::Number, begin);
  remember(Last::Operand, in_.since(begin), false);
}

void JavascriptLexer::string() {
  const std::size_t begin = in_.pos();
  in_.skip_quoted();
  const bool is_key = top() == Role::Object && member_begins() && key();
  in_.emit(is_key ? TokenKind::Property : TokenKind::String, begin);
  remember(Last::Operand, in_.since(begin), false);
}

bool JavascriptLexer::regular_expression() {
  if (in_.pos() < no_regex_before_) return false;
  const std::size_t begin = in_.pos(), end = regular_expression_end();
  if (end == 0) {
    no_regex_before_ = in_.line_end();
    return false;
  }
  in_.move_to(end);
  in_.skip_while(is_name);  // flags
  in_.emit(TokenKind::String, begin);
  remember(Last::Operand, in_.since(begin), false);
  return true;
}

// The place after the closing slash, or 0. A slash inside [...] does not close.
std::size_t JavascriptLexer::regular_expression_end() const {
  bool in_class = false;
  for (std::size_t at = in_.pos() + 1;; ++at) {
    const char c = in_.byte(at);
    if (c == '\0' || c == '\n' || (c == '\\' && in_.byte(at + 1) == '\n')) return 0;
    if (c == '\\') ++at;
    if (c == '[') in_class = true;
    if (c == ']') in_class = false;
    if (c == '/' && !in_class) return at + 1;
  }
}

void JavascriptLexer::template_text() {
  const std::size_t begin = in_.pos();
  while (!in_.at_end() && in_.peek() != '`' && !in_.starts_with("${")) in_.advance(in_.peek() == '\\' ? 2 : 1);
  if (in_.peek() == '`') {
    in_.advance();
    in_.emit(TokenKind::String, begin);
    stack_.pop_back();
    return remember(Last::Operand, "`", false);
  }
  in_.emit(TokenKind::String, begin);
  if (in_.at_end()) return;
  in_.emit_advance(TokenKind::Punctuation, 2);
  stack_.push_back(Role::Substitution);
  remember(Last::Punctuation, "{", true);
}

void JavascriptLexer::punctuation() {
  const std::size_t begin = in_.pos();
  const char c = in_.peek();
  if (c == '`') {
    in_.emit_advance(TokenKind::String, 1);
    return stack_.push_back(Role::Template);
  }
  const bool optional_chain = in_.starts_with("?.") && !is_digit(in_.peek(2));
  const bool step_operator = in_.starts_with("++") || in_.starts_with("--");
  const bool two = optional_chain || step_operator || in_.starts_with("=>");
  in_.advance(in_.starts_with("...") ? 3 : two ? 2 : 1);
  in_.emit(TokenKind::Punctuation, begin);
  if (c == '(' || c == '[' || c == '{') return open(c);
  if (c == ')' || c == ']' || c == '}') return close(c);
  remember(Last::Punctuation, in_.since(begin), !step_operator);
  if (c == ':' && case_label_) {
    case_label_ = false;
    last_text_ = ";";  // a statement follows
  }
}

void JavascriptLexer::open(char bracket) {
  if (bracket == '{') {
    stack_.push_back(brace_role());
    if (top() == Role::ClassBody) class_head_ = false;
  } else if (bracket == '[') {
    stack_.push_back(Role::Bracket);
  } else {
    const bool control = last_ == Last::Keyword && contains(kControlKeywords, last_text_);
    stack_.push_back(control ? Role::Control : Role::Paren);
  }
  remember(Last::Punctuation, bracket == '{' ? "{" : bracket == '[' ? "[" : "(", true);
}

void JavascriptLexer::close(char bracket) {
  const auto fits = [bracket](Role role) {
    if (bracket == ')') return role == Role::Control || role == Role::Paren;
    if (bracket == ']') return role == Role::Bracket;
    return role <= Role::JsxExpression;
  };
  // A bracket left open in an excerpt must not swallow the rest: one may be skipped.
  if (stack_.size() > 1 && !fits(top()) && fits(stack_[stack_.size() - 2])) stack_.pop_back();
  const Role closed = top();
  if (!stack_.empty() && fits(closed)) stack_.pop_back();
  const bool statement_ends = bracket == '}' && (closed == Role::Block || closed == Role::ClassBody);
  const bool statement_follows = bracket == ')' && closed == Role::Control;
  remember(Last::Punctuation, bracket == '}' ? "}" : bracket == ']' ? "]" : ")", statement_ends || statement_follows);
}

JavascriptLexer::Role JavascriptLexer::brace_role() const {
  if (class_head_) return Role::ClassBody;
  if (last_ == Last::Start) return object_follows() ? Role::Object : Role::Block;
  if (last_ == Last::Keyword) return contains(kBlockKeywords, last_text_) ? Role::Block : Role::Object;
  if (last_ == Last::Operand) return Role::Block;
  if (last_text_ == ")" || last_text_ == "=>" || last_text_ == "]") return Role::Block;
  if (last_text_ == ">" && dialect_.types) return Role::Block;  // a return type's end
  if (last_text_ == ";" || last_text_ == "{" || last_text_ == "}") return object_follows() ? Role::Object : Role::Block;
  return Role::Object;
}

// Whether the brace just read is followed by `name:` or `"name":`, as in a printed object.
bool JavascriptLexer::object_follows() const {
  constexpr std::size_t kReach = 80;
  std::size_t at = in_.pos();
  const std::size_t limit = at + kReach;
  while (at < limit && is_space(in_.byte(at))) ++at;
  const char quote = is_quote(in_.byte(at)) ? in_.byte(at++) : '\0';
  const std::size_t begin = at;
  while (at < limit && (is_name(in_.byte(at)) || (quote != '\0' && in_.byte(at) == '-'))) ++at;
  if (at == begin) return false;
  if (quote != '\0' && in_.byte(at++) != quote) return false;
  return in_.byte(at) == ':';
}

}  // namespace nbpublish
