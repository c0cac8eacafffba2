// The shell command language (POSIX.1-2017, XCU 2), with what bash and zsh add and books use.
#pragma once

#include "highlight/heredoc.h"
#include "highlight/scanner.h"

namespace nbpublish {

// Whether `c` ends a piece of a word.
constexpr bool is_shell_mark(char c) {
  return c == '|' || c == '&' || c == ';' || c == '(' || c == ')' || c == '<' || c == '>' || c == '"' || c == '\'' || c == '`' ||
         c == '$' || c == '\\';
}

class ShellLexer {
 public:
  explicit ShellLexer(Scanner& in) : in_(in) {}
  void read_tokens();

 private:
  enum class Role : std::uint8_t { DoubleQuotes, Commands, Backquotes, Words, Arithmetic };
  struct Open {
    Role role{};
    bool command_expected = false;  // after it closes: it was part of an assignment
  };

  void step();
  void single_quotes();
  void double_quotes();
  bool expansion();
  bool nested_expansion();
  void skip_parameter();
  void part_of_word();
  void close();
  void open(Role role, std::size_t length);
  void newline();
  void word();
  void word_piece(std::size_t begin);
  TokenKind classify(std::string_view piece);
  TokenKind command(std::string_view piece);
  bool assignment(std::size_t begin);
  void operator_mark();
  void open_paren();
  void close_paren();
  bool inside(Role role) const { return !stack_.empty() && stack_.back().role == role; }

  Scanner& in_;
  std::vector<Open> stack_;
  Heredocs heredocs_;
  bool command_expected_ = true;
  bool in_word_ = false;           // the bytes before belong to the same word
  bool function_name_ = false;     // after `function`
  bool name_expected_ = false;     // after `for`, `case`, `select`
  bool in_expected_ = false;       // after that name
  bool case_head_ = false;         // that keyword was `case`
  bool pattern_expected_ = false;  // inside `case`, before a pattern's parenthesis
};

}  // namespace nbpublish
