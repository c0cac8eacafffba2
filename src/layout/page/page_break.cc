#include "layout/page/page_break.h"

namespace nbpublish {

int top_figure(const Galley& galley, const PageBreak& page) {
  const auto place = [&](int figure) { return galley.figures[static_cast<std::size_t>(figure)].first; };
  if (page.figure_first != kNoFigure && place(page.figure_first) < page.first) return page.figure_first;
  const bool comes_early = page.figure_end != page.figure_first && page.figure_end != kNoFigure && place(page.figure_end) >= page.end;
  return comes_early ? page.figure_end : kNoFigure;
}

}  // namespace nbpublish
