#include <utility>

#include "highlight/characters.h"
#include "highlight/languages.h"
#include "highlight/shell_lexer.h"
#include "highlight/shell_words.h"

namespace nbpublish {
namespace {

// A fence marked as shell whose first line has a prompt is a session.
bool is_session(const Scanner& in) {
  const std::string_view text = in.rest();
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text.substr(first, 2) == "$ ";
}

}  // namespace

void tokenise_shell(Scanner& in) {
  if (is_session(in)) return tokenise_console(in);
  ShellLexer(in).read_tokens();
}

void ShellLexer::read_tokens() {
  while (!in_.at_end()) step();
}

void ShellLexer::step() {
  if (inside(Role::DoubleQuotes)) return double_quotes();
  const std::size_t begin = in_.pos();
  const char c = in_.peek();
  if (c == '\n') return newline();
  if (is_blank(c)) {
    in_word_ = false;
    return in_.advance();
  }
  if (c == '#' && !in_word_) {
    in_.skip_line();
    return in_.emit(TokenKind::Comment, begin);
  }
  if (c == '\\') {  // takes the next byte along; before a line feed it continues the line
    in_word_ = in_.peek(1) != '\n' && in_.peek(1) != '\r';
    return in_.advance(2);
  }
  if (c == '"') return open(Role::DoubleQuotes, 1);
  if (c == '\'' || in_.starts_with("$'")) return single_quotes();
  if (expansion() || (!inside(Role::Arithmetic) && heredocs_.begin(in_))) return;
  if (is_shell_mark(c)) return operator_mark();
  word();
}

void ShellLexer::newline() {
  in_.advance();
  in_word_ = false;
  if (!inside(Role::Words)) command_expected_ = !pattern_expected_;
  if (heredocs_.pending()) heredocs_.bodies(in_);
}

// A string or expansion at the place of a command is the command, unless it belongs to an assignment.
void ShellLexer::part_of_word() {
  if (!in_word_) command_expected_ = false;
  in_expected_ |= std::exchange(name_expected_, false);  // case "$1" in
  in_word_ = true;
}

void ShellLexer::single_quotes() {
  const std::size_t begin = in_.pos();
  if (in_.peek() == '$') {  // $'...' knows backslash escapes
    in_.advance();
    in_.skip_quoted(true);
  } else {
    in_.advance();
    in_.skip_past("'");
  }
  part_of_word();
  in_.emit(TokenKind::String, begin);
}

void ShellLexer::double_quotes() {
  const std::size_t begin = in_.pos();
  while (!in_.at_end() && in_.peek() != '"' && in_.peek() != '$' && in_.peek() != '`') in_.advance(in_.peek() == '\\' ? 2 : 1);
  if (in_.peek() == '"') {
    in_.advance();
    in_.emit(TokenKind::String, begin);
    return close();
  }
  in_.emit(TokenKind::String, begin);
  if (in_.at_end() || expansion()) return;
  in_.emit_advance(TokenKind::String, 1);
}

// $name, ${...}, $(...), $((...)), `...`
bool ShellLexer::expansion() {
  if (nested_expansion()) return true;
  if (in_.peek() != '$') return false;
  const std::size_t begin = in_.pos();
  const char next = in_.peek(1);
  if (next == '{') {
    skip_parameter();
  } else if (is_name_start(next)) {
    in_.advance();
    in_.skip_while(is_name);
  } else if (is_digit(next) || (next != '\0' && std::string_view("?#@*!$-").find(next) != std::string_view::npos)) {
    in_.advance(2);
  } else {
    return false;
  }
  part_of_word();
  in_.emit(TokenKind::Property, begin);
  return true;
}

bool ShellLexer::nested_expansion() {
  if (in_.peek() == '`' && inside(Role::Backquotes)) {
    in_.emit_advance(TokenKind::Punctuation, 1);
    close();
  } else if (in_.peek() == '`') {
    open(Role::Backquotes, 1);
  } else if (in_.starts_with("$((")) {
    open(Role::Arithmetic, 2);
    open(Role::Arithmetic, 1);
  } else if (in_.starts_with("$(")) {
    open(Role::Commands, 2);
  } else {
    return false;
  }
  return true;
}

// ${name:-${other}} on one line.
void ShellLexer::skip_parameter() {
  int depth = 0;
  for (in_.advance(); !in_.at_end() && in_.peek() != '\n';) {
    depth += in_.peek() == '{' ? 1 : in_.peek() == '}' ? -1 : 0;
    in_.advance();
    if (depth == 0) return;
  }
}

void ShellLexer::open(Role role, std::size_t length) {
  in_.emit_advance(role == Role::DoubleQuotes ? TokenKind::String : TokenKind::Punctuation, length);
  stack_.push_back({role, in_word_ && command_expected_});
  in_word_ = false;
  command_expected_ = role == Role::Commands || role == Role::Backquotes;
}

void ShellLexer::close() {
  command_expected_ = stack_.back().command_expected;
  stack_.pop_back();
  in_word_ = true;  // keeps the command expectation just restored
  part_of_word();
}

void ShellLexer::operator_mark() {
  const char c = in_.peek();
  if (c == '(') return open_paren();
  if (c == ')') return close_paren();
  const bool redirection = c == '<' || c == '>' || in_.starts_with("&>");
  const bool clause_ends = in_.starts_with(";;");
  const bool two = clause_ends || (redirection && (in_.peek(1) == '&' || c == '&'));
  in_.emit_advance(TokenKind::Punctuation, two ? 2 : 1);
  in_word_ = false;
  if (redirection || c == '$') return;
  pattern_expected_ |= clause_ends;
  command_expected_ = !pattern_expected_;
}

void ShellLexer::open_paren() {
  if (in_.starts_with("()")) {  // a function's definition
    in_.emit_advance(TokenKind::Punctuation, 2);
    in_word_ = false;
    command_expected_ = true;
  } else if (in_.starts_with("((") && !in_word_ && (command_expected_ || name_expected_)) {
    name_expected_ = false;
    open(Role::Arithmetic, 1);
    open(Role::Arithmetic, 1);
  } else if (inside(Role::Arithmetic)) {
    open(Role::Arithmetic, 1);
  } else {
    const bool array = in_word_ && in_.previous() == '=';
    open(array ? Role::Words : Role::Commands, 1);
  }
}

void ShellLexer::close_paren() {
  in_.emit_advance(TokenKind::Punctuation, 1);
  if (std::exchange(pattern_expected_, false)) {
    command_expected_ = true;
    in_word_ = false;
  } else if (!stack_.empty() && !inside(Role::Backquotes)) {
    close();
  }
}

}  // namespace nbpublish
