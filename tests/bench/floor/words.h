// The distinct words of a text, each divided and shaped once.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bench/floor/face.h"

namespace nbpublish::floor_program {

struct Word {
  const std::string* text = nullptr;  // the table's
  Run run;
  std::vector<int> divisions;  // byte offsets where it may be divided, ascending, between clusters once it is shaped
};

class Words {
 public:
  Words() = default;
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  // The numbers of the words of `text`, which blanks part.
  std::vector<int> numbers_of(std::string_view text);

  // Where each may be divided, by the patterns of the file `dictionary`. Throws std::runtime_error if it cannot be read.
  void hyphenate(const std::string& dictionary);

  // After hyphenate(): a division inside a ligature is given up.
  void shape(const Face& face);

  const Word& operator[](int number) const { return words_[static_cast<std::size_t>(number)]; }
  std::size_t size() const { return words_.size(); }

 private:
  std::unordered_map<std::string, int> numbers_;
  std::vector<Word> words_;
};

}  // namespace nbpublish::floor_program
