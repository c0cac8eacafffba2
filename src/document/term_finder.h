// The terms of an index by their words.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nbpublish {

struct IndexTerm {
  std::string entry;               // "event loop", "streams!readable"
  std::vector<std::string> words;  // what to look for: "event loop", and other names of the same
};

// Borrows the terms. One serves all chapters.
class TermFinder {
 public:
  explicit TermFinder(const std::vector<IndexTerm>& terms);
  // The place of the term that the words are, folded and joined by blanks, or that they are the plural of.
  std::optional<std::size_t> find(std::string words) const;
  const std::string& entry(std::size_t term) const { return terms_[term].entry; }
  std::size_t longest() const { return longest_; }  // words of the longest term

 private:
  const std::vector<IndexTerm>& terms_;
  std::map<std::string, std::size_t> by_words_;
  std::size_t longest_ = 0;
};

}  // namespace nbpublish
