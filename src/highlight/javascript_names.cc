#include "highlight/characters.h"
#include "highlight/javascript_lexer.h"
#include "highlight/javascript_words.h"

namespace nbpublish {
namespace {

constexpr std::size_t kParameterReach = 160;  // how far a parameter list or type argument is looked through

// Capitalised with a lower-case letter somewhere: EventEmitter, but not MAX_SIZE or T.
bool looks_like_class(std::string_view word) { return is_upper(word[0]) && std::ranges::any_of(word, is_lower); }

bool begins_name(char c) { return is_name_start(c) || c == '$'; }
bool begins_operand(char c) { return begins_name(c) || is_quote(c) || c == '`' || c == '{' || c == '[' || c == '('; }

}  // namespace

void JavascriptLexer::name() {
  const std::size_t begin = in_.pos();
  in_.advance();
  skip_name();
  const std::string_view word = in_.since(begin);
  const TokenKind kind = classify(word);
  in_.emit(kind, begin);
  if (kind != TokenKind::Keyword) return remember(Last::Operand, word, false);
  note_keyword(word);
  const bool value = contains(kValueKeywords, word);
  remember(value ? Last::Operand : Last::Keyword, word, !value);
}

void JavascriptLexer::skip_name() {
  in_.skip_while([](char c) { return is_name(c) || c == '$'; });
}

void JavascriptLexer::note_keyword(std::string_view word) {
  if (word == "class" || word == "interface" || word == "enum") class_head_ = true;
  if (word == "case" || word == "default") case_label_ = true;
}

TokenKind JavascriptLexer::classify(std::string_view word) const {
  if (word[0] == '#') return call() ? TokenKind::Function : TokenKind::Property;
  if (word[0] == '@') return TokenKind::Function;
  if (after_dot()) return looks_like_class(word) ? TokenKind::Type : call() ? TokenKind::Function : TokenKind::Property;
  if (member_name(word)) return call() ? TokenKind::Function : TokenKind::Property;
  if (keyword(word)) return TokenKind::Keyword;
  if (contains(kNumberWords, word)) return TokenKind::Number;
  if (last_ == Last::Keyword && last_text_ == "function") return TokenKind::Function;
  if (last_ == Last::Keyword && contains(kTypeIntroducers, last_text_) && in_.peek() != '.') return TokenKind::Type;
  if (looks_like_class(word)) return TokenKind::Type;
  if (typescript_type(word)) return TokenKind::Type;
  if (last_text_ == "*" && call() && !expression_may_begin_) return TokenKind::Function;
  if (call() || function_is_assigned()) return TokenKind::Function;
  return TokenKind::Plain;
}

bool JavascriptLexer::keyword(std::string_view word) const {
  return contains(kJavascriptKeywords, word) || contextual_keyword(word) || (dialect_.types && typescript_keyword(word));
}

// Words that are names unless they stand in one of their places.
bool JavascriptLexer::contextual_keyword(std::string_view word) const {
  const char next = in_.next_on_line(in_.pos());
  const bool after_value = last_ == Last::Operand || last_text_ == "}" || last_text_ == "]" || last_text_ == ")";
  if (word == "async") {
    const bool value_before = last_ == Last::Operand && !first_on_line_;
    return (begins_name(next) || next == '(' || next == '*' || next == '#') && !value_before;
  }
  if (word == "using") return begins_name(next) && (last_ != Last::Operand || first_on_line_);
  if (word == "of") return top() == Role::Control && after_value;
  if (word == "from") return is_quote(next) && (after_value || last_text_ == "*");
  if (word == "as") return begins_operand(next) && (after_value || last_text_ == "*" || last_text_ == "default");
  if (word == "static" || word == "get" || word == "set")
    return top() >= Role::Object && top() <= Role::ClassBody && member_begins() &&
           (begins_name(next) || next == '#' || next == '[' || next == '*' || (next == '{' && word == "static"));
  return false;
}

bool JavascriptLexer::typescript_keyword(std::string_view word) const {
  const char next = in_.next_on_line(in_.pos());
  const bool value_before = last_ == Last::Operand && !first_on_line_;
  if (contains(kModifiers, word) && begins_name(next)) return !value_before;
  if (word == "readonly") return next == '[' || next == '#';
  if (contains(kDeclarationWords, word)) return !value_before && (begins_name(next) || next == '{' || is_quote(next));
  if (contains(kTypeOperators, word)) return begins_operand(next);
  return false;
}

// Whether a member of an object or class may begin here.
bool JavascriptLexer::member_begins() const {
  if (last_ == Last::Keyword) return contains(kModifiers, last_text_);
  if (last_ == Last::Operand) return first_on_line_;
  return last_text_ == "{" || last_text_ == "," || last_text_ == ";" || last_text_ == "}" ||
         (last_text_ == "*" && top() == Role::ClassBody) || (first_on_line_ && last_text_ == ")");
}

// Keys, methods and fields; most keywords are ordinary names there.
bool JavascriptLexer::member_name(std::string_view word) const {
  if (top() != Role::Object && top() != Role::ClassBody) return false;
  if (!member_begins()) return false;
  if (key()) return true;
  if (contains(kStatementKeywords, word)) return false;
  if (contains(kJavascriptKeywords, word) || contextual_keyword(word)) return call();
  if (top() == Role::Object || (dialect_.types && typescript_keyword(word))) return false;
  const char next = in_.next_on_line(in_.pos());
  return next == '=' || next == ';' || next == '\n' || next == '(';
}

// A colon follows; in TypeScript `?:` and `!:` as well.
bool JavascriptLexer::key() const {
  std::size_t at = in_.after_blanks(in_.pos());
  if (dialect_.types && (in_.byte(at) == '?' || in_.byte(at) == '!')) ++at;
  return in_.byte(at) == ':' && in_.byte(at + 1) != ':';
}

// An argument list, a tagged template, or (TypeScript) type arguments and an argument list follow.
bool JavascriptLexer::call() const {
  std::size_t at = in_.pos();
  if (in_.byte(at) == '`') return true;
  if (dialect_.types && in_.byte(at) == '<') {
    const auto of_type = [](char c) {
      return is_name(c) || c == ' ' || c == ',' || c == '.' || c == '|' || c == '[' || c == ']' || c == '<' || c == '>';
    };
    const std::size_t limit = at + kParameterReach;
    while (at < limit && of_type(in_.byte(at))) ++at;
    return in_.byte(at) == '(' && in_.byte(at - 1) == '>';
  }
  at = in_.after_blanks(at);
  if (in_.byte(at) == '?' && in_.byte(at + 1) == '.') at += 2;
  return in_.byte(at) == '(';
}

bool JavascriptLexer::typescript_type(std::string_view word) const {
  if (!dialect_.types || !contains(kTypescriptTypes, word)) return false;
  if (contains(kBeforeType, last_text_)) return true;
  const char next = in_.next_on_line(in_.pos());
  if (last_text_ == "=") return next == ';' || next == '\n' || next == '|' || next == '&' || next == '[';
  const bool unsure = last_text_ == "," || last_text_ == "[" || last_text_ == "(";
  return unsure && (next == '>' || next == '|' || next == '[' || next == '&' || (next == ']' && last_text_ == ","));
}

// `name = function`, `name = async ...`, `name = x =>`, `name = (...) =>`.
bool JavascriptLexer::function_is_assigned() const {
  std::size_t at = in_.after_blanks(in_.pos());
  if (in_.byte(at) != '=' || in_.byte(at + 1) == '=' || in_.byte(at + 1) == '>') return false;
  at = in_.after_blanks(at + 1);
  const auto word_at = [&](std::size_t from) {
    std::size_t end = from;
    while (end < from + kParameterReach && (is_name(in_.byte(end)) || in_.byte(end) == '$')) ++end;
    return end;
  };
  const auto skip_word = [&](std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i)
      if (in_.byte(at + i) != word[i]) return false;
    if (is_name(in_.byte(at + word.size()))) return false;
    at = in_.after_blanks(at + word.size());
    return true;
  };
  skip_word("async");
  if (skip_word("function")) return true;
  const std::size_t end = in_.byte(at) == '(' ? closing_paren(at) : word_at(at);
  if (end == at) return false;
  at = in_.after_blanks(end);
  return in_.byte(at) == '=' && in_.byte(at + 1) == '>';
}

// The place after the parenthesis that closes the one at `from`; `from` if it is too far away.
std::size_t JavascriptLexer::closing_paren(std::size_t from) const {
  int depth = 0;
  for (std::size_t at = from; at < from + kParameterReach && in_.byte(at) != '\0'; ++at) {
    if (in_.byte(at) == '(') ++depth;
    if (in_.byte(at) == ')' && --depth == 0) return at + 1;
  }
  return from;
}

}  // namespace nbpublish
