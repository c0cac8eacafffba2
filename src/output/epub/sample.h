// The beginning of a book, as shops show it before one buys.
#pragma once

#include <vector>

#include "output/epub/section.h"

namespace nbpublish {

// Of the text, as weight_of() counts it: what the shops give away.
inline constexpr double kSampleShare = 0.10;

// Keeps front matter and text up to that share, cut before a section of the chapter where it ends; the first chapter's beginning at least.
// A page that says so follows, then the accessibility page and the imprint.
void keep_sample(std::vector<Section>& sections);

}  // namespace nbpublish
