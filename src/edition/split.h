// A volume that is too thick for a printer, as several books.
#pragma once

#include <vector>

#include "frame/frame.h"

namespace nbpublish {

// A new book begins with the page of every topic whose number is given, ascending. Folios go on from book to book; each has the volume's
// title pages in front and says in its title which of how many it is. What is not there is not split at; with nothing to split at the volume
// comes back alone.
std::vector<PagedVolume> split_volume(const PagedVolume& volume, const std::vector<int>& before_topics);

}  // namespace nbpublish
