// WordItems: the items of words that were itemised before, for a book has some 30,000 words and sets each many times.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "layout/inline/inline_item.h"
#include "text/shaper.h"

namespace nbpublish {

// All that the items of a word of prose depend on beside its letters.
struct WordLook {
  FontId font = 0;
  Features features = Features::Text;
  bool hyphenate = false;
  Length size, hang_limit;
  friend bool operator==(const WordLook&, const WordLook&) = default;
};

// Not for several threads: one per thread. Holds no more than what the texts have.
class WordItems {
 public:
  // Items by word, their places counted from the word's first byte.
  using Words = std::unordered_map<std::string, std::vector<InlineItem>, TextHash, std::equal_to<>>;

  // The words of a look. Valid until the object goes.
  Words& of(const WordLook& look);

 private:
  std::vector<std::pair<WordLook, std::unique_ptr<Words>>> looks_;  // few: a style's texts
};

}  // namespace nbpublish
