// Paragraphs set longer or shorter, put in their places.
#pragma once

#include <vector>

#include "layout/page/page_breaker.h"

namespace nbpublish {

// Replaces the rows of the paragraphs that `pages` want set otherwise; `pages` then count the new rows.
void apply_variants(Galley& galley, std::vector<PageBreak>& pages);

}  // namespace nbpublish
