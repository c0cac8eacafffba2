// Shell sessions and other dialogues: prompts, what was typed, what was printed.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "highlight/characters.h"
#include "highlight/heredoc.h"
#include "highlight/languages.h"

namespace nbpublish {
namespace {

constexpr std::size_t kLongestPrompt = 60;

// Prompts that are certain wherever they begin a line; "... " continues one of a Node.js or Python dialogue.
constexpr auto kPrompts = std::to_array<std::string_view>({"$ ", "% ", ">>> ", "(gdb) ", "(lldb) ", "debug> ", "❯ ", "➜ "});

// Length of `user@host:~$ ` and its like, or 0.
std::size_t long_prompt(std::string_view line) {
  const std::string_view head = line.substr(0, kLongestPrompt);
  const std::size_t at = head.find('@');
  const std::size_t end = head.find_first_of("$#%");
  if (at == std::string_view::npos || end == std::string_view::npos || end < at) return 0;
  if (head.substr(0, at).find(' ') != std::string_view::npos) return 0;
  return head.substr(end + 1, 1) == " " ? end + 2 : 0;
}

std::size_t certain_prompt(std::string_view line) {
  if (line == "$" || line == "%") return 1;
  for (const std::string_view prompt : kPrompts)
    if (line.starts_with(prompt)) return prompt.size();
  return long_prompt(line);
}

// Follows typed lines as far as it takes to know where a comment begins and whether a command goes on.
class TypedCommand {
 public:
  // Reads one more line of it; gives where a trailing comment begins, else the line's size.
  std::size_t read(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!heredoc_.empty()) {
      if (closes_heredoc(line, heredoc_, true)) heredoc_.clear();
      return line.size();
    }
    escaped_ = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      if (c == '#' && quote_ == '\0' && (i == 0 || is_blank(line[i - 1]))) return i;
      note(c);
      if (c == '<' && quote_ == '\0' && heredoc_.empty()) heredoc_ = heredoc_word(line.substr(i));
    }
    return line.size();
  }
  bool goes_on() const { return escaped_ || quote_ != '\0' || !heredoc_.empty(); }

 private:
  void note(char c) {
    if (std::exchange(escaped_, false)) return;
    if (c == '\\' && quote_ != '\'') {
      escaped_ = true;
    } else if (is_quote(c) && (quote_ == '\0' || quote_ == c)) {
      quote_ = quote_ == c ? '\0' : c;
    }
  }

  char quote_ = '\0';
  bool escaped_ = false;  // a backslash before: at the line's end it continues the line
  std::string heredoc_;
};

class Session {
 public:
  explicit Session(Scanner& in) : in_(in) {
    const std::string_view text = in.rest();
    has_dollar_ = text.starts_with("$ ") || text.find("\n$ ") != std::string_view::npos;
    const std::size_t first = std::min(text.find_first_not_of("\r\n"), text.size());
    dialogue_ = text.substr(first, 2) == "> " || text.substr(first, 4) == ">>> ";
  }

  void read_tokens() {
    for (; !in_.at_end(); in_.advance()) line();
  }

 private:
  void line() {
    const std::size_t begin = in_.pos(), end = in_.line_end();
    const std::string_view text = in_.rest().substr(0, end - begin);
    const std::size_t prompted = prompt(text);
    if (prompted > 0 && !command_.goes_on()) command_ = {};
    if (prompted > 0 || command_.goes_on()) {
      in_.emit_advance(TokenKind::Prompt, prompted);
      return typed(end);
    }
    in_.move_to(end);
    in_.emit(text.starts_with("# ") ? TokenKind::Comment : TokenKind::Output, begin);
  }

  std::size_t prompt(std::string_view line) const {
    if (command_.goes_on()) return line.starts_with("> ") ? 2 : 0;
    if (const std::size_t length = certain_prompt(line); length > 0) return length;
    if (line.starts_with("# ")) return has_dollar_ ? 0 : 2;  // beside `$ ` a comment, alone root's prompt
    if (line.starts_with("> ")) return dialogue_ ? 2 : 0;
    return dialogue_ && line.starts_with("... ") ? 4 : 0;
  }

  void typed(std::size_t end) {
    const std::size_t begin = in_.pos();
    const std::string_view text = in_.rest().substr(0, end - begin);
    in_.move_to(dialogue_ ? end : begin + command_.read(text));
    in_.emit(TokenKind::Command, begin);
    const std::size_t comment = in_.pos();
    in_.move_to(end);
    in_.emit(TokenKind::Comment, comment);
  }

  Scanner& in_;
  bool has_dollar_ = false;  // some line begins with `$ `
  bool dialogue_ = false;    // of node or python: the first line begins with `> ` or `>>> `
  TypedCommand command_;
};

}  // namespace

void tokenise_console(Scanner& in) { Session(in).read_tokens(); }

}  // namespace nbpublish
