#include "highlight/simple.h"

#include <string>
#include <utility>

#include "highlight/characters.h"

namespace nbpublish {
namespace {

constexpr std::size_t kLongestPrefix = 3, kLongestRawDelimiter = 16;  // [lex.string] allows 16

class SimpleTokeniser {
 public:
  SimpleTokeniser(Scanner& in, const SimpleLanguage& language) : in_(in), is_(language) {}

  void read_tokens() {
    while (!in_.at_end()) step();
  }

 private:
  void step() {
    const char c = in_.peek();
    if (is_space(c)) {
      if (c == '\n') line_begins_ = true;
      in_.advance();
      return;
    }
    const bool first_on_line = std::exchange(line_begins_, false);
    if (in_.take_comment(is_.line_comment, is_.block_comments)) return;
    if (is_.preprocessor && c == '#' && first_on_line) return directive();
    if (is_.decorators && c == '@' && first_on_line && is_name_start(in_.peek(1))) return decorator();
    if (is_quote(c)) return string(in_.pos());
    if (is_digit(c) || (c == '.' && is_digit(in_.peek(1)))) return number();
    if (is_name_start(c)) return name();
    punctuation();
  }

  void directive() {
    const std::size_t begin = in_.pos();
    in_.advance();
    in_.skip_while(is_blank);
    const std::size_t word = in_.pos();
    in_.skip_while(is_name);
    const bool include = in_.since(word) == "include";
    in_.emit(TokenKind::Keyword, begin);
    in_.skip_while(is_blank);
    if (!include || in_.peek() != '<') return;
    const std::size_t header = in_.pos();
    in_.skip_while([](char c) { return c != '>' && c != '\n'; });
    if (in_.peek() == '>') in_.advance();
    in_.emit(TokenKind::String, header);
  }

  void decorator() {
    const std::size_t begin = in_.pos();
    in_.advance();
    in_.skip_while([](char c) { return is_name(c) || c == '.'; });
    in_.emit(TokenKind::Function, begin);
  }

  void number() {
    const std::size_t begin = in_.pos();
    in_.skip_number(is_.digit_separator);
    in_.emit(TokenKind::Number, begin);
    last_ = {};
  }

  // A string whose prefix began at `begin`.
  void string(std::size_t begin) {
    const std::string_view prefix = in_.since(begin);
    const std::string_view triple = in_.peek() == '"' ? "\"\"\"" : "'''";
    if (is_.triple_quotes && in_.starts_with(triple)) {
      triple_quoted(triple);
    } else if (!(is_.raw_strings && prefix.ends_with('R') && raw())) {
      in_.skip_quoted();
    }
    in_.emit(TokenKind::String, begin);
    last_ = {};
  }

  void triple_quoted(std::string_view quotes) {
    for (in_.advance(3); !in_.at_end() && !in_.starts_with(quotes);) in_.advance(in_.peek() == '\\' ? 2 : 1);
    in_.advance(3);
  }

  bool raw() {
    const std::string_view rest = in_.rest().substr(1);
    const std::size_t paren = rest.substr(0, kLongestRawDelimiter + 1).find('(');
    if (paren == std::string_view::npos) return false;
    in_.skip_past(")" + std::string(rest.substr(0, paren)) + "\"");
    return true;
  }

  void name() {
    const std::size_t begin = in_.pos();
    in_.skip_while(is_name);
    const std::string_view word = in_.since(begin);
    if (is_quote(in_.peek()) && is_string_prefix(word)) return string(begin);
    in_.emit(classify(word), begin);
    last_ = word;
  }

  bool is_string_prefix(std::string_view word) const {
    if (word.size() > kLongestPrefix) return false;
    std::string lower;
    for (const char c : word) lower += to_lower(c);
    return contains(is_.string_prefixes, lower);
  }

  TokenKind classify(std::string_view word) const {
    const char next = in_.next_on_line(in_.pos());
    const bool member = last_ == "." || last_ == "->";
    if (!member && contains(is_.keywords, word)) return TokenKind::Keyword;
    if (contains(is_.function_introducers, last_)) return TokenKind::Function;
    if (contains(is_.type_introducers, last_)) return TokenKind::Type;
    if (!member && contains(is_.types, word)) return TokenKind::Type;
    if (is_.suffixed_types && word.size() > 2 && word.ends_with("_t")) return TokenKind::Type;
    if (looks_like_type(word)) return TokenKind::Type;
    if (next == '(') return TokenKind::Function;
    return member ? TokenKind::Property : TokenKind::Plain;
  }

  // Capitalised with a lower-case letter somewhere: Isolate, but not MAX_SIZE or T.
  static bool looks_like_type(std::string_view word) { return is_upper(word[0]) && std::ranges::any_of(word, is_lower); }

  void punctuation() {
    const std::size_t begin = in_.pos();
    in_.advance(in_.starts_with("->") ? 2 : 1);
    last_ = in_.since(begin);
    in_.emit(TokenKind::Punctuation, begin);
  }

  Scanner& in_;
  const SimpleLanguage& is_;
  std::string_view last_;  // the word or mark before, as far as it decides what a name is
  bool line_begins_ = true;
};

}  // namespace

void tokenise_simple(Scanner& in, const SimpleLanguage& language) { SimpleTokeniser(in, language).read_tokens(); }

}  // namespace nbpublish
