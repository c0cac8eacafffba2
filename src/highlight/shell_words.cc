#include <algorithm>
#include <utility>

#include "highlight/characters.h"
#include "highlight/shell_lexer.h"
#include "highlight/shell_words.h"

namespace nbpublish {

// One piece of a word: up to blank space, an operator, a quote or an expansion.
void ShellLexer::word() {
  const std::size_t begin = in_.pos();
  if (!in_word_ && assignment(begin)) return;
  in_.skip_while([](char c) { return !is_space(c) && !is_shell_mark(c); });
  word_piece(begin);
}

void ShellLexer::word_piece(std::size_t begin) {
  const TokenKind kind = in_word_ ? TokenKind::Plain : classify(in_.since(begin));
  in_word_ = true;
  if (kind != TokenKind::Plain) in_.emit(kind, begin);
}

// NAME= and NAME+=, before a command or as an argument of export, env and the like.
bool ShellLexer::assignment(std::size_t begin) {
  if (!is_name_start(in_.peek()) || inside(Role::Arithmetic)) return false;
  in_.skip_while(is_name);
  const std::size_t mark = in_.peek() == '+' && in_.peek(1) == '=' ? 2 : 1;
  if (in_.peek(mark - 1) != '=') {
    in_.move_to(begin);
    return false;
  }
  in_.emit(TokenKind::Property, begin);
  in_.emit_advance(TokenKind::Punctuation, mark);
  in_word_ = true;
  return true;
}

TokenKind ShellLexer::classify(std::string_view piece) {
  if (std::ranges::all_of(piece, is_digit)) {
    const bool descriptor = in_.peek() == '<' || in_.peek() == '>' || in_.byte(in_.pos() - piece.size() - 1) == '&';
    return descriptor ? TokenKind::Punctuation : TokenKind::Number;
  }
  if (inside(Role::Words) || inside(Role::Arithmetic)) return TokenKind::Plain;
  if (pattern_expected_ && piece != "esac") return TokenKind::Plain;
  if (std::exchange(function_name_, false)) return TokenKind::Function;
  if (std::exchange(name_expected_, false)) {
    in_expected_ = true;
    return TokenKind::Plain;
  }
  if (std::exchange(in_expected_, false) && piece == "in") {
    pattern_expected_ = std::exchange(case_head_, false);
    command_expected_ = false;
    return TokenKind::Keyword;
  }
  if (piece == "]]") return TokenKind::Keyword;
  return command_expected_ || pattern_expected_ ? command(piece) : TokenKind::Plain;
}

TokenKind ShellLexer::command(std::string_view piece) {
  if (contains(kShellKeywords, piece)) {
    function_name_ = piece == "function";
    name_expected_ = contains(kShellNameKeywords, piece);
    case_head_ = piece == "case";
    if (piece == "esac") pattern_expected_ = false;
    command_expected_ = !name_expected_ && !contains(kShellClosers, piece);
    return TokenKind::Keyword;
  }
  const bool option = piece[0] == '-';  // `sudo -u node npm start`
  if (!option) command_expected_ = contains(kPrefixCommands, piece);
  if (piece == "[") return TokenKind::Punctuation;
  return option ? TokenKind::Plain : TokenKind::Function;
}

}  // namespace nbpublish
