#include "source/smart_quotes.h"

#include <array>
#include <string>
#include <string_view>

namespace nbpublish {
namespace {

using Index = std::ptrdiff_t;

constexpr char32_t kLeftDouble = 0x201C, kRightDouble = 0x201D, kLeftSingle = 0x2018, kRightSingle = 0x2019;

// Words that begin with an apostrophe.
constexpr std::array<std::string_view, 8> kElisions = {"tis", "twas",  "twere", "em",
                                                       "til", "cause", "bout",  "n"};

// Behind these a quote may open or close.
bool is_dash(char32_t c) { return c == '-' || c == kEnDash || c == kEmDash || c == 0x2026; }
bool is_opening_mark(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == '<' || c == '/' || c == '=' || c == kLeftDouble ||
         c == kLeftSingle;
}

class QuoteSetter {
 public:
  explicit QuoteSetter(Prose& prose) : prose_(prose) {}

  void run() {
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
    if (is_dash(before))
      return is_prose_word(after) || is_opening_mark(after) || after == '"' || after == '\'';
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
    if (opens(i) && !is_elision(i) && (i < last_closing_single_ || is_closed_in_word(i))) {
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

  // '90s, 'tis
  bool is_elision(Index i) const {
    if (is_prose_digit(prose_.at(i + 1)) && is_prose_digit(prose_.at(i + 2)) &&
        !is_prose_digit(prose_.at(i + 3)))
      return prose_.at(i + 3) == 's' || is_prose_space(prose_.at(i + 3));
    std::string word;
    for (Index k = i + 1; is_prose_letter(prose_.at(k)) && word.size() < 8; ++k)
      word += static_cast<char>(prose_.at(k) < 0x80 ? prose_.at(k) | 0x20 : '?');
    for (const std::string_view elision : kElisions)
      if (word == elision) return true;
    return false;
  }

  // Without a later quote that could close it, a single quote before a word is an apostrophe.
  void find_last_single() {
    for (Index i = static_cast<Index>(prose_.size()) - 1; i >= 0; --i) {
      if (prose_.at(i) != '\'' || is_prose_word(prose_.at(i + 1)) || is_prose_space(prose_.at(i - 1)))
        continue;
      last_closing_single_ = i;
      return;
    }
  }

  Prose& prose_;
  int open_doubles_ = 0, open_singles_ = 0;
  Index last_closing_single_ = -1;
};

}  // namespace

void set_quotes(Prose& prose) { QuoteSetter(prose).run(); }

}  // namespace nbpublish
