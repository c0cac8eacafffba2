#include "edition/split.h"

#include <fmt/format.h>

#include <algorithm>

namespace nbpublish {
namespace {

std::vector<PagedPart>::const_iterator topic_page(const PagedVolume& volume, int topic) {
  return std::ranges::find(volume.parts, fmt::format("topic-{}", topic), &PagedPart::key);
}

// The title pages, to an even number: what follows is a recto.
PagedPart title_pages(const PagedVolume& volume) {
  const auto title = std::ranges::find(volume.parts, "title", &PagedPart::key);
  if (title == volume.parts.end()) return {};
  PagedPart copy = *title;
  if (copy.pages.size() % 2 == 1) {
    copy.pages.emplace_back().blank = true;
    copy.pages.back().recto = false;
  }
  return copy;
}

}  // namespace

std::vector<PagedVolume> split_volume(const PagedVolume& volume, const std::vector<int>& before_topics) {
  std::vector<std::vector<PagedPart>::const_iterator> starts{volume.parts.begin()};
  for (const int topic : before_topics)
    if (const auto at = topic_page(volume, topic); at != volume.parts.end() && at > starts.back()) starts.push_back(at);
  if (starts.size() == 1) return {volume};
  std::vector<PagedVolume> books;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    PagedVolume book{volume.info, volume.trim, volume.edges, {}};
    book.info.title += fmt::format(" (part {} of {})", i + 1, starts.size());
    if (i > 0) book.parts.push_back(title_pages(volume));
    book.parts.insert(book.parts.end(), starts[i], i + 1 < starts.size() ? starts[i + 1] : volume.parts.end());
    books.push_back(std::move(book));
  }
  return books;
}

}  // namespace nbpublish
