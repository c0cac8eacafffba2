// Captions: "Listing 9.4", what it shows.
#pragma once

#include <string_view>

#include "layout/galley/galley.h"

namespace nbpublish {

// "Listing 9.4" in strong, an em space, what it shows; empty if there is neither.
Inlines caption_words(std::string_view word, std::string_view number, const Inlines& caption);

// Where a caption stands.
struct CaptionRules {
  Length left, measure;
  int group = -1;
  TagId parent = kRootTag;
};

// Appends the caption's lines, which are never parted, tagged as the caption of `block`. Returns their height: none if
// `words` is empty.
Length add_caption(LayoutContext& context, const Inlines& words, const Block& block, const CaptionRules& rules, Galley& galley);

}  // namespace nbpublish
