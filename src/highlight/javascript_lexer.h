// JavaScript and TypeScript, with or without JSX. A tolerant lexer that keeps just enough context (the token
// before, a stack of open brackets) to tell a regular expression from a division and a key from a label.
#pragma once

#include "highlight/scanner.h"

namespace nbpublish {

struct JavascriptDialect {
  bool types = false;  // TypeScript
  bool jsx = false;
};

class JavascriptLexer {
 public:
  JavascriptLexer(Scanner& in, JavascriptDialect dialect) : in_(in), dialect_(dialect) {}
  void read_tokens();

 private:
  // What an open bracket holds.
  enum class Role : std::uint8_t {
    Block,
    Object,
    ClassBody,
    Substitution,
    JsxExpression,  // braces
    Control,
    Paren,
    Bracket,   // Control: the head of if, for, while, with
    Template,  // text between backquotes
    JsxTag,
    JsxChildren,
  };
  // The token before, as far as it decides what comes next.
  enum class Last : std::uint8_t { Start, Keyword, Operand, Punctuation };

  // javascript.cc: the loop, literals and punctuation
  void step();
  void step_code();
  void number();
  void string();
  bool regular_expression();
  std::size_t regular_expression_end() const;
  void template_text();
  void punctuation();
  void open(char bracket);
  void close(char bracket);
  Role brace_role() const;
  bool object_follows() const;

  // javascript_names.cc: what a word is
  void name();
  void skip_name();
  TokenKind classify(std::string_view word) const;
  bool keyword(std::string_view word) const;
  bool contextual_keyword(std::string_view word) const;
  bool typescript_keyword(std::string_view word) const;
  bool member_name(std::string_view word) const;
  bool member_begins() const;
  bool key() const;
  bool call() const;
  bool typescript_type(std::string_view word) const;
  bool function_is_assigned() const;
  std::size_t closing_paren(std::size_t from) const;
  void note_keyword(std::string_view word);

  // javascript_jsx.cc: elements
  bool jsx_element();
  void jsx_tag();
  void jsx_children();
  void jsx_tag_ends(bool self_closing);

  Role top() const { return stack_.empty() ? Role::Block : stack_.back(); }
  bool after_dot() const { return last_ == Last::Punctuation && (last_text_ == "." || last_text_ == "?."); }
  void remember(Last last, std::string_view text, bool expression_may_begin);

  Scanner& in_;
  JavascriptDialect dialect_;
  std::vector<Role> stack_;
  Last last_ = Last::Start;
  std::string_view last_text_;
  bool expression_may_begin_ = true;  // a slash here begins a regular expression, < an element
  bool first_on_line_ = true;
  bool class_head_ = false;  // between `class` and its brace
  bool case_label_ = false;  // between `case` and its colon
  bool jsx_closing_tag_ = false;
  std::size_t no_regex_before_ = 0;  // note: a failed look-ahead is not repeated on its line, to stay linear
};

}  // namespace nbpublish
