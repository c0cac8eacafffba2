// The page breaker: the breaks of least total cost over a whole chapter; see note [optimal pagination].
#pragma once

#include <vector>

#include "layout/galley/segment.h"
#include "layout/page/page_break.h"
#include "layout/page/page_cost.h"

namespace nbpublish {

// Every row is on exactly one page, in order, and so is every row of a note. A row that is higher than a page gets one of
// its own. A page has no rows where a note must go on and leaves no room for the next.
std::vector<PageBreak> break_pages(const Galley& galley, const PageRules& rules);
// The greedy reference: fills each page as far as its cost allows. Kept to check the optimum against.
std::vector<PageBreak> break_pages_greedy(const Galley& galley, const PageRules& rules);

double total_cost(const std::vector<PageBreak>& pages, const PageRules& rules);

}  // namespace nbpublish
