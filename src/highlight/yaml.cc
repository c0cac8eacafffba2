// YAML 1.2, as configuration files use it: block mappings and sequences, flow collections, block scalars.
#include <array>

#include "highlight/characters.h"
#include "highlight/languages.h"
#include "highlight/word_table.h"

namespace nbpublish {
namespace {

constexpr auto kConstants =
    std::to_array<std::string_view>({"False", "No", "Null", "True", "Yes", "false", "no", "null", "off", "on", "true", "yes", "~"});
static_assert(std::ranges::is_sorted(kConstants));

bool is_flow_mark(char c) { return c == '[' || c == ']' || c == '{' || c == '}' || c == ','; }

class YamlTokeniser {
 public:
  explicit YamlTokeniser(Scanner& in) : in_(in) {}

  void read_tokens() {
    while (!in_.at_end()) line();
  }

 private:
  void line() {
    line_begin_ = in_.pos();
    in_.skip_while(is_blank);
    indent_ = in_.pos() - line_begin_;
    block_scalar_ = false;
    if (in_.starts_with("---") || in_.starts_with("...")) in_.emit_advance(TokenKind::Punctuation, 3);
    while (!in_.at_end() && in_.peek() != '\n') piece();
    in_.advance();
    if (block_scalar_) skip_block();
  }

  void piece() {
    const std::size_t begin = in_.pos();
    const char c = in_.peek();
    if (is_blank(c)) return in_.advance();
    if (c == '#' && is_space(in_.previous())) {
      in_.skip_line();
      return in_.emit(TokenKind::Comment, begin);
    }
    if (is_quote(c)) {
      quoted();
      return colon_follows() ? emit_key(begin) : in_.emit(TokenKind::String, begin);
    }
    if ((c == '-' || c == '?' || c == ':') && is_space_or_end(in_.peek(1))) return in_.emit_advance(TokenKind::Punctuation, 1);
    if (is_flow_mark(c)) {
      if (c == '[' || c == '{') ++flow_depth_;
      if ((c == ']' || c == '}') && flow_depth_ > 0) --flow_depth_;
      return in_.emit_advance(TokenKind::Punctuation, 1);
    }
    if ((c == '|' || c == '>') && flow_depth_ == 0) return block_header();
    if (c == '&' || c == '*' || c == '!') return node_property();
    plain();
  }

  // Single quotes know no backslash; a doubled one inside reads as two strings.
  void quoted() {
    if (in_.peek() == '"') return in_.skip_quoted(true);
    in_.advance();
    in_.skip_past("'");
  }

  static bool is_space_or_end(char c) { return is_space(c) || c == '\0'; }
  bool colon_follows() const {
    const std::size_t at = in_.after_blanks(in_.pos());
    return in_.byte(at) == ':' && (is_space_or_end(in_.byte(at + 1)) || flow_depth_ > 0);
  }

  // A block scalar after a key is indented more than the key, which in a sequence is not the line's indent.
  void emit_key(std::size_t begin) {
    in_.emit(TokenKind::Property, begin);
    indent_ = begin - line_begin_;
  }

  // Anchors, aliases, tags.
  void node_property() {
    const std::size_t begin = in_.pos();
    in_.skip_while([](char c) { return !is_space(c) && c != ',' && c != ']' && c != '}'; });
    in_.emit(TokenKind::Type, begin);
  }

  void plain() {
    const std::size_t begin = in_.pos();
    for (; !in_.at_end() && in_.peek() != '\n'; in_.advance()) {
      const char c = in_.peek();
      if (c == ':' && is_space_or_end(in_.peek(1))) break;
      if (c == '#' && is_blank(in_.previous())) break;
      if (flow_depth_ > 0 && is_flow_mark(c)) break;
    }
    const std::size_t end = in_.pos();
    const bool key = in_.peek() == ':';
    while (in_.pos() > begin && is_blank(in_.previous())) in_.move_to(in_.pos() - 1);
    const std::string_view text = in_.since(begin);
    if (key) {
      emit_key(begin);
    } else if (contains(kConstants, text)) {
      in_.emit(TokenKind::Keyword, begin);
    } else if (is_number(text)) {
      in_.emit(TokenKind::Number, begin);
    }
    in_.move_to(end);
  }

  static bool is_number(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || !is_digit(text[0])) return false;
    return std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.' || c == '_'; }) && std::ranges::count(text, '.') <= 1;
  }

  // `|`, `>` with their indicators: the more indented lines after are text.
  void block_header() {
    in_.emit_advance(TokenKind::Punctuation, 1);
    const std::size_t begin = in_.pos();
    in_.skip_while([](char c) { return c == '+' || c == '-' || is_digit(c); });
    in_.emit(TokenKind::Punctuation, begin);
    block_scalar_ = true;
  }

  void skip_block() {
    const std::size_t begin = in_.pos();
    std::size_t end = begin;
    while (!in_.at_end()) {
      const std::size_t start = in_.pos(), text = in_.after_blanks(start);
      const bool empty = in_.byte(text) == '\n' || text >= start + in_.rest().size();
      if (!empty && text - start <= indent_) break;
      in_.skip_line();
      if (!empty) end = in_.pos();
      in_.advance();
    }
    in_.move_to(end);
    in_.emit(TokenKind::String, begin);
    if (in_.peek() == '\n') in_.advance();
  }

  Scanner& in_;
  std::size_t line_begin_ = 0;
  std::size_t indent_ = 0;      // of the line, or of its last key
  std::size_t flow_depth_ = 0;  // open [ and {
  bool block_scalar_ = false;   // the line ends in | or >
};

}  // namespace

void tokenise_yaml(Scanner& in) { YamlTokeniser(in).read_tokens(); }

}  // namespace nbpublish
