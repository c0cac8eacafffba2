#include "book/book.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace nbpublish {

namespace {
constexpr std::array<std::string_view, 4> kWords = {"ready", "review", "draft", "planned"};
}

std::string_view word_of(ChapterStatus status) { return kWords[static_cast<std::size_t>(status)]; }

ChapterStatus status_of_word(std::string_view word) {
  const auto at = std::ranges::find(kWords, word);
  return at == kWords.end() ? ChapterStatus::Ready : static_cast<ChapterStatus>(at - kWords.begin());
}

std::string printed_number(const Topic& topic) { return std::to_string(topic.number); }

std::string printed_number(const Topic& topic, const Chapter& chapter) {
  return printed_number(topic) + "." + std::to_string(chapter.number);
}

std::string public_path(const Chapter& chapter) { return "/" + chapter.key; }

}  // namespace nbpublish
