#include "edition/split.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "edition/block_place.h"
#include "edition/edition_pages.h"

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

// The number of the topic whose page the part is.
std::optional<int> topic_of(const PagedPart& part) {
  constexpr std::string_view kTopic = "topic-";
  int number = 0;
  if (!part.key.starts_with(kTopic)) return std::nullopt;
  const char* end = part.key.data() + part.key.size();
  const auto read = std::from_chars(part.key.data() + kTopic.size(), end, number);
  return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

// What a volume can be split into: the first piece with the front matter, then one for each further topic.
struct Pieces {
  std::vector<int> topics;         // the one that each piece begins with; 0: the front matter
  std::vector<std::size_t> pages;  // before each piece, and in all
  std::vector<bool> ends_blank;    // each piece
  std::size_t title = 0;           // pages that are repeated in front of every further book

  explicit Pieces(const PagedVolume& volume) : title(title_pages(volume).pages.size()) {
    std::size_t count = 0;
    bool is_first = true, last_is_blank = true;
    topics.push_back(0);
    pages.push_back(0);
    for (const PagedPart& part : volume.parts) {
      if (const auto topic = topic_of(part); topic && !std::exchange(is_first, false)) {
        topics.push_back(*topic);
        pages.push_back(count);
        ends_blank.push_back(last_is_blank);
      }
      count += part.pages.size();
      if (!part.pages.empty()) last_is_blank = part.pages.back().blank;
    }
    pages.push_back(count);
    ends_blank.push_back(last_is_blank);
  }

  std::size_t size() const { return topics.size(); }
  // Of the book that begins with piece `first` and ends before piece `last`.
  std::size_t pages_of(std::size_t first, std::size_t last) const {
    return pages[last] - pages[first] + (first > 0 ? title : 0) + (ends_blank[last - 1] ? 0 : 2);
  }
};

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

std::optional<SplitPlan> plan_split(const PagedVolume& volume, std::size_t most_pages) {
  constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  const Pieces pieces(volume);
  // thickest[n]: of the best books that hold the first n pieces; from[...][n]: where the last of them begins.
  std::vector<std::size_t> thickest(pieces.size() + 1, kNone);
  std::vector<std::vector<std::size_t>> from;
  thickest[0] = 0;
  while (thickest.back() == kNone) {
    if (from.size() == pieces.size()) return std::nullopt;
    std::vector<std::size_t> with_one_more(pieces.size() + 1, kNone), begins(pieces.size() + 1, 0);
    for (std::size_t last = 1; last <= pieces.size(); ++last)
      for (std::size_t first = 0; first < last; ++first) {
        const std::size_t pages = pieces.pages_of(first, last);
        if (thickest[first] == kNone || pages > most_pages) continue;
        const std::size_t most = std::max(thickest[first], pages);
        if (most < with_one_more[last]) with_one_more[last] = most, begins[last] = first;
      }
    thickest = std::move(with_one_more);
    from.push_back(std::move(begins));
  }
  SplitPlan plan;
  for (std::size_t last = pieces.size(); !from.empty(); from.pop_back()) {
    const std::size_t first = from.back()[last];
    if (first > 0) plan.before.push_back(pieces.topics[first]);
    plan.pages.push_back(pieces.pages_of(first, last));
    last = first;
  }
  std::ranges::reverse(plan.before);
  std::ranges::reverse(plan.pages);
  return plan;
}

}  // namespace nbpublish
