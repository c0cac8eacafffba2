// Prose: one leaf block's inlines as a row of characters, for passes that look over the borders of inlines.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.h"

namespace nbpublish {

// Inline code, images, keys and bare addresses count as one character that belongs to a word.
inline constexpr char32_t kObject = 0xFFFC;
inline constexpr char32_t kNoBreakSpace = 0x00A0;
inline constexpr char32_t kEnDash = 0x2013;
inline constexpr char32_t kEmDash = 0x2014;

class Prose {
 public:
  explicit Prose(Inlines& leaf) { collect(leaf); }

  std::size_t size() const { return chars_.size(); }
  // 0 beyond both ends, so that rules need no border cases. A soft break is a space, a hard one '\n'.
  char32_t at(std::ptrdiff_t i) const {
    return i < 0 || i >= static_cast<std::ptrdiff_t>(chars_.size()) ? 0 : chars_[static_cast<std::size_t>(i)].c;
  }
  // Part of a Text or a soft break: what passes may change.
  bool is_editable(std::ptrdiff_t i) const { return at(i) != 0 && at(i) != kObject && at(i) != '\n'; }
  bool is_soft_break(std::ptrdiff_t i) const;

  void set(std::ptrdiff_t i, char32_t c) { chars_[static_cast<std::size_t>(i)].c = c; }
  // Takes a character of a Text out at write_back(); until then it stays in the row.
  void remove(std::ptrdiff_t i) { chars_[static_cast<std::size_t>(i)].removed = true; }
  // Closes the gaps of remove().
  void compact();

  // Writes the texts into the leaf; a soft break that became another character becomes a Text.
  void write_back();

 private:
  struct Char {
    char32_t c = 0;
    std::size_t node = 0;  // of nodes_
    bool removed = false;
  };
  void collect(Inlines& list);
  void add(char32_t c) { chars_.push_back({c, nodes_.size() - 1, false}); }

  std::vector<Inline*> nodes_;
  std::vector<Char> chars_;
};

// Character classes of the passes; ASCII and the typographer's own characters only.
bool is_prose_space(char32_t c);  // space, no-break space, hard break, or beyond an end
bool is_prose_digit(char32_t c);
bool is_prose_letter(char32_t c);  // ASCII letters and everything beyond Latin-1's signs that is no punctuation
bool is_prose_word(char32_t c);    // letter, digit, object

}  // namespace nbpublish
