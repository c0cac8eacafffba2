#include "bench/floor/words.h"

#include <hyphen.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace nbpublish::floor_program {
namespace {

constexpr std::size_t kLeastDivided = 6;
constexpr int kLeastBefore = 2, kLeastBehind = 3;

struct DictionaryDeleter {
  void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};

std::vector<int> divisions_of(HyphenDict& dictionary, const std::string& word) {
  constexpr std::size_t kRoom = 5;  // libhyphen writes beyond the word
  std::string marks(word.size() + kRoom, '\0');
  char** replacements = nullptr;
  int *positions = nullptr, *cuts = nullptr;
  hnj_hyphen_hyphenate3(&dictionary, word.c_str(), static_cast<int>(word.size()), marks.data(), nullptr, &replacements, &positions, &cuts,
                        kLeastBefore, kLeastBehind, kLeastBefore, kLeastBehind);
  std::free(replacements);
  std::free(positions);
  std::free(cuts);
  std::vector<int> divisions;
  for (std::size_t i = 0; i + 1 < word.size(); ++i)
    if ((marks[i] & 1) != 0) divisions.push_back(static_cast<int>(i + 1));
  return divisions;
}

void keep_between_clusters(Word& word) {
  std::vector<int> kept;
  int offset = 0;
  std::size_t next = 0;
  for (const Cluster& cluster : word.run.clusters) {
    while (next < word.divisions.size() && word.divisions[next] < offset) ++next;
    if (next < word.divisions.size() && word.divisions[next] == offset) kept.push_back(offset);
    offset += cluster.bytes;
  }
  word.divisions = std::move(kept);
}

}  // namespace

std::vector<int> Words::numbers_of(std::string_view text) {
  std::vector<int> numbers;
  for (std::size_t begin = 0; (begin = text.find_first_not_of(' ', begin)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const auto [entry, is_new] = numbers_.try_emplace(std::string(text.substr(begin, end - begin)), static_cast<int>(words_.size()));
    if (is_new) words_.push_back({&entry->first, {}, {}});
    numbers.push_back(entry->second);
    begin = end;
  }
  return numbers;
}

void Words::hyphenate(const std::string& dictionary) {
  const std::unique_ptr<HyphenDict, DictionaryDeleter> patterns(hnj_hyphen_load(dictionary.c_str()));
  if (!patterns) throw std::runtime_error("cannot read the patterns " + dictionary);
  for (Word& word : words_)
    if (word.text->size() >= kLeastDivided) word.divisions = divisions_of(*patterns, *word.text);
}

void Words::shape(const Face& face) {
  for (Word& word : words_) {
    word.run = face.shape(*word.text);
    if (!word.divisions.empty()) keep_between_clusters(word);
  }
}

}  // namespace nbpublish::floor_program
