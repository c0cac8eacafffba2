#include "book/book.h"

#include <array>
#include <cstddef>

namespace nbpublish {

std::string_view word_of(ChapterStatus status) {
  constexpr std::array<std::string_view, 4> kWords = {"ready", "review", "draft", "planned"};
  return kWords[static_cast<std::size_t>(status)];
}

std::string printed_number(const Topic& topic) { return std::to_string(topic.number); }

std::string printed_number(const Topic& topic, const Chapter& chapter) {
  return printed_number(topic) + "." + std::to_string(chapter.number);
}

std::string public_path(const Chapter& chapter) { return "/" + chapter.key; }

}  // namespace nbpublish
