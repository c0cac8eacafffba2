#include "source/tex_spans.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"

namespace nbpublish {
namespace {

// A letter of any script ends or begins a word.
bool is_word(char c) { return is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80; }

bool has_command(std::string_view tex) {
  for (std::size_t at = tex.find('\\'); at != tex.npos && at + 1 < tex.size(); at = tex.find('\\', at + 2))
    if (is_letter(tex[at + 1])) return true;
  return false;
}

// Words of two letters and more between blanks and marks of sentences: TeX has few outside its commands.
std::size_t prose_words(std::string_view text) {
  const auto parts = [](char c) { return is_markdown_space(c) || c == ',' || c == '.' || c == ';' || c == ':' || c == '*'; };
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (parts(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    bool letters = true;
    for (; i < text.size() && !parts(text[i]); ++i) letters = letters && is_word(text[i]) && !is_digit(text[i]);
    if (letters && i - begin > 1) ++words;
  }
  return words;
}

bool looks_like_tex(std::string_view text) {
  if (has_command(text)) return true;
  if (std::ranges::none_of(text, is_word)) return false;
  if (!is_digit(text[0]) && std::ranges::none_of(text, is_markdown_space)) return true;
  const std::size_t words = prose_words(text);
  return words == 0 || (words < 3 && !is_digit(text[0]) && text.find('^') != text.npos);
}

class TexFinder {
 public:
  TexFinder(std::string_view text, const std::vector<ClosedRange>& closed) : text_(text), closed_(closed) {}

  std::vector<TexSpan> find_tex_spans() {
    std::vector<TexSpan> found;
    for (std::size_t i = 0; i < text_.size();) {
      if (const ClosedRange* range = closed_at(i)) {
        i = range->end;
        continue;
      }
      const std::optional<std::size_t> end = end_at(i);
      if (end) found.push_back({i, *end});
      // Both marks of $$ are passed over, and what a backslash escapes.
      const bool pair = text_[i] == '\\' || (text_[i] == '$' && at(i + 1) == '$');
      i = end ? *end : i + (pair ? 2 : 1);
    }
    return found;
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  // The range that holds the byte.
  const ClosedRange* closed_at(std::size_t i) const {
    const auto behind = std::ranges::upper_bound(closed_, i, {}, &ClosedRange::begin);
    return behind != closed_.begin() && std::prev(behind)->end > i ? &*std::prev(behind) : nullptr;
  }

  std::optional<std::size_t> end_at(std::size_t i) const {
    if (text_[i] == '\\' && (at(i + 1) == '(' || at(i + 1) == '[')) return end_of_brackets(i);
    if (text_[i] != '$' || (i > 0 && (is_word(text_[i - 1]) || text_[i - 1] == '$'))) return std::nullopt;
    if (at(i + 1) == '$') return end_of_display(i);
    if (const ClosedRange* code = closed_at(i + 1); code != nullptr && code->is_code)
      return at(code->end) == '$' && text_[i + 1] == '`' ? std::optional(code->end + 1) : std::nullopt;
    return end_of_dollars(i);
  }

  // Where the next of some mark stands, or code that comes before it.
  struct Next {
    std::size_t from = 0, at = 0;  // searched from there; from == at: not yet
    bool is_mark = false;
  };

  // The next `mark` that is not escaped, before any code; npos without one. What was found stays known, so
  // that a row of opening marks costs one search.
  std::size_t find(std::string_view mark, std::size_t from, Next& next) const {
    if (from < next.from || from >= next.at) next = search(mark, from);
    return next.is_mark ? next.at : text_.npos;
  }

  Next search(std::string_view mark, std::size_t from) const {
    for (std::size_t i = from; i < text_.size(); ++i) {
      if (text_.substr(i).starts_with(mark)) return {from, i, true};
      const ClosedRange* range = text_[i] == '`' ? closed_at(i) : nullptr;
      if (range != nullptr && range->is_code) return {from, i, false};
      if (text_[i] == '\\') ++i;
    }
    return {from, text_.size(), false};
  }

  std::optional<std::size_t> end_of_dollars(std::size_t i) const {
    if (is_markdown_space(at(i + 1)) || i + 1 >= text_.size()) return std::nullopt;
    const std::size_t close = find("$", i + 1, dollar_);
    if (close == text_.npos || close == i + 1) return std::nullopt;
    if (is_markdown_space(text_[close - 1]) || at(close + 1) == '$' || is_word(at(close + 1))) return std::nullopt;
    return looks_like_tex(text_.substr(i + 1, close - i - 1)) ? std::optional(close + 1) : std::nullopt;
  }

  std::optional<std::size_t> end_of_display(std::size_t i) const {
    if (is_markdown_space(at(i + 2)) || at(i + 2) == '$') return std::nullopt;
    const std::size_t close = find("$$", i + 2, double_);
    if (close == text_.npos || is_markdown_space(text_[close - 1])) return std::nullopt;
    return looks_like_tex(text_.substr(i + 2, close - i - 2)) ? std::optional(close + 2) : std::nullopt;
  }

  // Brackets are escaped for other reasons too: [a]\(b\), and square ones by programs that write Markdown.
  std::optional<std::size_t> end_of_brackets(std::size_t i) const {
    const bool round = text_[i + 1] == '(';
    if (i > 0 && (text_[i - 1] == ']' || is_word(text_[i - 1]))) return std::nullopt;
    const std::size_t close = find(round ? "\\)" : "\\]", i + 2, round ? round_ : square_);
    if (close == text_.npos || close == i + 2) return std::nullopt;
    const std::string_view inside = text_.substr(i + 2, close - i - 2);
    if (inside.find(round ? "\\(" : "\\[") != inside.npos) return std::nullopt;
    const bool is_tex = round ? looks_like_tex(inside) : has_command(inside) || inside.find('^') != inside.npos;
    return is_tex ? std::optional(close + 2) : std::nullopt;
  }

  std::string_view text_;
  const std::vector<ClosedRange>& closed_;
  mutable Next dollar_, double_, round_, square_;
};

}  // namespace

std::vector<TexSpan> tex_spans(std::string_view text, const std::vector<ClosedRange>& closed) {
  return TexFinder(text, closed).find_tex_spans();
}

bool begins_display(std::string_view line) {
  line = trimmed(line, kMarkdownSpace);
  return line == "\\[" || (line.starts_with("$$") && !line.starts_with("$$$") && line.find("$$", 2) == line.npos);
}

bool ends_display(std::string_view line, std::string_view first) {
  line = trimmed(line, kMarkdownSpace);
  if (trimmed(first, kMarkdownSpace).starts_with('\\')) return line == "\\]";
  return line.ends_with("$$") || line.starts_with("$$");
}

bool is_whole_display(std::string_view line) {
  line = trimmed(line, kMarkdownSpace);
  return line.size() > 4 && line.starts_with("$$") && line.find("$$", 2) == line.size() - 2 && line[2] != '$';
}

std::string as_code(std::string_view tex) {
  std::size_t longest = 0, run = 0;
  for (const char c : tex) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string ticks(longest + 1, '`');
  return ticks + std::string(tex) + ticks;
}

}  // namespace nbpublish
