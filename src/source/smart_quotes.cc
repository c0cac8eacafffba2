#include "source/smart_quotes.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace nbpublish {
namespace {

using Index = std::ptrdiff_t;

constexpr char32_t kLeftDouble = 0x201C, kRightDouble = 0x201D, kLeftSingle = 0x2018, kRightSingle = 0x2019;

// Words that begin with an apostrophe, and never with the quotation of a word.
constexpr std::array<std::string_view, 11> kElisions = {"tis",    "tisn",  "twas", "twasn", "twere", "twill",
                                                        "twould", "twixt", "em",   "til",   "n"};
// Those that may be words of their own too.
constexpr std::array<std::string_view, 10> kDoubtful = {"cause",  "cos",    "bout", "round", "neath",
                                                        "gainst", "nother", "nuff", "kay",   "fraid"};
// Words that stand before a letter in quotes.
constexpr std::array<std::string_view, 24> kBeforeLetters = {"press", "type", "hit",       "key",  "letter", "letters", "enter", "answer",
                                                             "or",    "and",  "is",        "the",  "a",      "an",      "with",  "by",
                                                             "to",    "of",   "character", "flag", "option", "say",     "than",  "called"};
// Words that end with an apostrophe, beside plurals and those in -in'.
constexpr std::array<std::string_view, 6> kCut = {"o", "th", "ol", "mo", "po", "wi"};

// Behind these a quote may open or close.
bool is_dash(char32_t c) { return c == '-' || c == kEnDash || c == kEmDash || c == 0x2026; }
bool is_opening_mark(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == '<' || c == '/' || c == '=' || c == kLeftDouble || c == kLeftSingle;
}

class QuoteSetter {
 public:
  explicit QuoteSetter(Prose& prose) : prose_(prose) {}

  void set_each_quote() {
    find_last_single();
    for (Index i = 0; i < static_cast<Index>(prose_.size()); ++i) {
      if (prose_.at(i) == '"') set_double(i);
      if (prose_.at(i) == '\'') set_single(i);
    }
  }

 private:
  // A quote opens behind a blank, a bracket or a dash if a word or sign follows it.
  bool opens(Index i) const {
    const char32_t before = prose_.at(i - 1), after = prose_.at(i + 1);
    if (is_prose_space(after)) return false;
    if (is_dash(before)) return is_prose_word(after) || is_opening_mark(after) || after == '"' || after == '\'';
    return is_prose_space(before) || is_opening_mark(before);
  }

  void set_double(Index i) {
    const char32_t before = prose_.at(i - 1);
    if (is_prose_space(before) && is_prose_space(prose_.at(i + 1)) && before != 0) return;
    const bool inches = is_prose_digit(before) && (open_doubles_ == 0 || is_feet(i));
    if (inches) return;
    if (opens(i) && before != kLeftDouble) {
      prose_.set(i, kLeftDouble);
      ++open_doubles_;
    } else {
      prose_.set(i, kRightDouble);
      if (open_doubles_ > 0) --open_doubles_;
    }
  }

  // 5'10": the digits before the inches stand behind feet.
  bool is_feet(Index inches) const {
    Index i = inches - 1;
    while (is_prose_digit(prose_.at(i))) --i;
    return prose_.at(i) == '\'' && is_prose_digit(prose_.at(i - 1));
  }

  bool begins_feet(Index i) const {
    Index end = i + 1;
    while (is_prose_digit(prose_.at(end))) ++end;
    return is_prose_digit(prose_.at(i - 1)) && end > i + 1 && prose_.at(end) == '"';
  }

  void set_single(Index i) {
    const char32_t before = prose_.at(i - 1), after = prose_.at(i + 1);
    if (is_prose_space(before) && is_prose_space(after) && before != 0) return;
    if (begins_feet(i)) return;
    if (is_prose_word(before) && is_prose_word(after)) return apostrophe(i);
    if (opens(i) && (i < last_closing_single_ || is_closed_in_word(i)) && !is_elision(i)) {
      prose_.set(i, kLeftSingle);
      ++open_singles_;
      return;
    }
    if (is_prose_digit(before) && open_singles_ == 0 && !is_prose_word(after)) return;  // 5' or 5 minutes
    apostrophe(i);
    if (open_singles_ > 0 && !is_prose_word(after)) --open_singles_;
  }

  // 'hack'ish
  bool is_closed_in_word(Index i) const {
    Index end = i + 1;
    while (is_prose_letter(prose_.at(end))) ++end;
    return end > i + 1 && prose_.at(end) == '\'';
  }

  void apostrophe(Index i) { prose_.set(i, kRightSingle); }

  // 'tis, 'em, 'n', '90s, '10: at a word's beginning an apostrophe stands for what is left out.
  bool is_elision(Index i) const {
    if (is_year(i)) return !is_quoted(i + 3) && (!is_prose_space(prose_.at(i + 3)) || prose_.at(i + 3) == 0 || !has_close(i));
    const std::string word = word_at(i + 1);
    const Index end = i + 1 + static_cast<Index>(word.size());
    if (word == "n") return !is_quoted(end) || !names_a_letter(i);  // rock 'n' roll
    if (std::ranges::find(kElisions, word) != kElisions.end()) return !is_quoted(end);
    return std::ranges::find(kDoubtful, word) != kDoubtful.end() && !is_quoted(end) && !has_close(i);
  }

  // Two figures, or a decade.
  bool is_year(Index i) const {
    if (!is_prose_digit(prose_.at(i + 1)) || !is_prose_digit(prose_.at(i + 2))) return false;
    const char32_t after = prose_.at(i + 3);
    return !is_prose_word(after) || (after == 's' && !is_prose_word(prose_.at(i + 4)));
  }

  // In small letters; empty if it is none of ASCII's.
  std::string word_at(Index begin) const {
    std::string word;
    for (Index k = begin; is_prose_letter(prose_.at(k)) && word.size() < 16; ++k)
      word += static_cast<char>(prose_.at(k) < 0x80 ? prose_.at(k) | 0x20 : '?');
    return word;
  }

  // Whether these characters are a quotation of their own; inside another one the quote at their end is that one's.
  bool is_quoted(Index end) const { return open_singles_ == 0 && prose_.at(end) == '\'' && !is_prose_word(prose_.at(end + 1)); }

  // press 'n', the letter 'n': words that do not stand before "and".
  bool names_a_letter(Index i) const {
    Index begin = i - 1;
    if (!is_prose_space(prose_.at(begin))) return true;
    while (is_prose_letter(prose_.at(begin - 1))) --begin;
    const std::string word = word_at(begin);
    return word.empty() || std::ranges::find(kBeforeLetters, word) != kBeforeLetters.end();
  }

  // Whether a later quote, before any other that opens, is the end of a quotation for certain: no plural's apostrophe
  // (the users') and none for letters left out (singin', o').
  bool has_close(Index i) const {
    for (Index k = i + 1; k < static_cast<Index>(prose_.size()); ++k) {
      if (prose_.at(k) != '\'') continue;
      const char32_t before = prose_.at(k - 1);
      if (is_prose_word(before) && is_prose_word(prose_.at(k + 1))) continue;
      if (opens(k)) return false;
      Index begin = k;
      while (is_prose_letter(prose_.at(begin - 1))) --begin;
      const std::string word = word_at(begin);
      const bool may_be_cut = word.ends_with('s') || word.ends_with("in") || std::ranges::find(kCut, word) != kCut.end();
      if (!may_be_cut && !is_prose_space(before)) return true;
    }
    return false;
  }

  // Without a later quote that could close it, a single quote before a word is an apostrophe.
  void find_last_single() {
    for (Index i = static_cast<Index>(prose_.size()) - 1; i >= 0; --i) {
      if (prose_.at(i) != '\'' || is_prose_word(prose_.at(i + 1)) || is_prose_space(prose_.at(i - 1))) continue;
      last_closing_single_ = i;
      return;
    }
  }

  Prose& prose_;
  int open_doubles_ = 0, open_singles_ = 0;
  Index last_closing_single_ = -1;
};

}  // namespace

void set_quotes(Prose& prose) { QuoteSetter(prose).set_each_quote(); }

}  // namespace nbpublish
