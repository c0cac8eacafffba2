#include <array>
#include <string>

#include "highlight/characters.h"
#include "highlight/heredoc.h"
#include "highlight/languages.h"
#include "highlight/word_table.h"

namespace nbpublish {
namespace {

constexpr auto kInstructions =
    std::to_array<std::string_view>({"add", "arg", "cmd", "copy", "entrypoint", "env", "expose", "from", "healthcheck", "label",
                                     "maintainer", "onbuild", "run", "shell", "stopsignal", "user", "volume", "workdir"});
static_assert(std::ranges::is_sorted(kInstructions));

// Moves over lines that a backslash continues, comments in between included, to the end of the last.
void skip_continued_lines(Scanner& in) {
  const auto continues = [&] { return in.byte(in.pos() - (in.previous() == '\r' ? 2 : 1)) == '\\'; };
  for (in.skip_line(); !in.at_end() && continues(); in.skip_line()) {
    in.advance();
    while (in.next_on_line(in.pos()) == '#') {
      in.skip_line();
      in.advance();
    }
  }
}

// Moves from a line feed over the lines of a here-document.
void skip_heredoc(Scanner& in, std::string_view word) {
  while (!in.at_end()) {
    in.advance();
    const std::size_t line = in.pos();
    in.skip_line();
    if (closes_heredoc(in.since(line), word, true)) return;
  }
}

std::size_t instruction_end(const Scanner& in) {
  Scanner ahead = in;
  skip_continued_lines(ahead);
  const std::string_view text = ahead.since(in.pos());
  if (const std::size_t mark = text.find("<<"); mark != std::string_view::npos)
    if (const std::string word = heredoc_word(text.substr(mark)); !word.empty()) skip_heredoc(ahead, word);
  return ahead.pos();
}

void variable(Scanner& in) {
  const std::size_t begin = in.pos();
  in.advance();
  if (in.peek() == '{') {
    in.skip_while([](char c) { return c != '}' && c != '\n'; });
    in.advance(in.peek() == '}' ? 1 : 0);
  } else {
    in.skip_while(is_name);
  }
  if (in.pos() > begin + 1) in.emit(TokenKind::Property, begin);
}

// A word among the arguments: `AS`, the CMD of HEALTHCHECK, a NAME= of ENV, ARG or LABEL, a number.
void word(Scanner& in) {
  const std::size_t begin = in.pos();
  in.skip_while([](char c) { return is_name(c) || c == '.' || c == '-' || c == '/' || c == ':' || c == '@'; });
  const std::string_view text = in.since(begin);
  const bool option = text.starts_with("--");
  if (text == "AS" || text == "as" || text == "CMD" || text == "NONE") {
    in.emit(TokenKind::Keyword, begin);
  } else if (in.peek() == '=' && !option) {
    in.emit(TokenKind::Property, begin);
  } else if (std::ranges::all_of(text, is_digit)) {
    in.emit(TokenKind::Number, begin);
  }
}

void arguments(Scanner& in) {
  while (!in.at_end()) {
    const std::size_t begin = in.pos();
    const char c = in.peek();
    if (c == '#' && in.at_line_start()) {
      in.skip_line();
      in.emit(TokenKind::Comment, begin);
    } else if (is_quote(c)) {
      in.skip_quoted();
      in.emit(TokenKind::String, begin);
    } else if (c == '$') {
      variable(in);
    } else if (is_name(c) || c == '-' || c == '/' || c == '.') {
      word(in);
    } else if (is_space(c)) {
      in.advance();
    } else {
      in.emit_advance(TokenKind::Punctuation, 1);
    }
  }
}

// The instruction's name; its lower-case form, empty if it is none.
std::string instruction_name(Scanner& in) {
  const std::size_t begin = in.pos();
  in.skip_while(is_word_letter);
  std::string name;
  for (const char c : in.since(begin)) name += to_lower(c);
  if (!contains(kInstructions, name)) return {};
  in.emit(TokenKind::Keyword, begin);
  return name;
}

void instruction(Scanner& in) {
  std::string name = instruction_name(in);
  if (name == "onbuild" || name == "healthcheck") {  // another instruction may follow
    in.skip_while(is_blank);
    name = instruction_name(in);
  }
  const bool exec_form = in.next_on_line(in.pos()) == '[';
  const bool command = (name == "run" || name == "cmd" || name == "entrypoint") && !exec_form;
  Scanner body = in.part(instruction_end(in));
  command ? tokenise_shell(body) : arguments(body);
  in.move_to(body.pos());
}

}  // namespace

void tokenise_dockerfile(Scanner& in) {
  while (!in.at_end()) {
    in.skip_while(is_space);
    const std::size_t begin = in.pos();
    if (in.peek() != '#') {
      instruction(in);
      continue;
    }
    in.skip_line();
    in.emit(TokenKind::Comment, begin);
  }
}

}  // namespace nbpublish
