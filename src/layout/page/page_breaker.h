// The page breaker: the breaks of least total cost over a whole chapter; see note [optimal pagination].
#pragma once

#include <limits>
#include <vector>

#include "layout/galley/segment.h"
#include "layout/page/note_stream.h"
#include "layout/page/page_cost.h"

namespace nbpublish {

// Behind all figures in order.
inline constexpr int kNoFigure = std::numeric_limits<int>::max();

// Rows [first, end) of one page, the notes below them, and what was known of it.
struct PageBreak {
  std::size_t first = 0, end = 0;
  NotePlace note_first{}, note_end{};
  // A figure, of Galley::figures, that does not stand at its place in the text: before this page's rows, and behind them.
  // It stands at the top of the page where it would come late, or came early.
  int figure_first = kNoFigure, figure_end = kNoFigure;
  PageCandidate page{};
  std::vector<std::size_t> variants{};  // of Galley::variants: paragraphs of the page that are set longer or shorter, in their order
};

// The figure at the top of a page instead of at its place in the text, or kNoFigure.
int top_figure(const Galley& galley, const PageBreak& page);

// Every row is on exactly one page, in order, and so is every row of a note. A row that is higher than a page gets one of
// its own. A page has no rows where a note must go on and leaves no room for the next.
std::vector<PageBreak> break_pages(const Galley& galley, const PageRules& rules);
// The greedy reference: fills each page as far as its cost allows. Kept to check the optimum against.
std::vector<PageBreak> break_pages_greedy(const Galley& galley, const PageRules& rules);

double total_cost(const std::vector<PageBreak>& pages, const PageRules& rules);

}  // namespace nbpublish
