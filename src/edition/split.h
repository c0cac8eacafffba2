// A volume that is too thick for a printer, as several books.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "frame/frame.h"

namespace nbpublish {

// A new book begins with the page of every topic whose number is given, ascending. Folios go on from book to book; each has the volume's
// title pages in front and says in its title which of how many it is. What is not there is not split at; with nothing to split at the
// volume comes back alone.
std::vector<PagedVolume> split_volume(const PagedVolume& volume, const std::vector<int>& before_topics);

// Where a volume would be split so that each of its books can be bound.
struct SplitPlan {
  std::vector<int> before;         // for split_volume()
  std::vector<std::size_t> pages;  // of the books, as print_page_count() counts them
};

// The fewest books of at most `most_pages` each, and of these the ones whose thickest is thinnest. Nothing if one topic alone has more.
std::optional<SplitPlan> plan_split(const PagedVolume& volume, std::size_t most_pages);

}  // namespace nbpublish
