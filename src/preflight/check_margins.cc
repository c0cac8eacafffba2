#include <array>
#include <cmath>

#include "preflight/pdf_checks.h"
#include "preflight/sides.h"

namespace nbpublish {

namespace {

// Advance widths include the white at a letter's sides, and punctuation is hung. Points.
constexpr double kHangs = 0.5;

}  // namespace

// What reaches over the edge is not in the content box: it bleeds, and check_boxes looks at it.
void check_margins(const DocumentFacts& document, Findings& findings) {
  for (const PdfPageFacts& page : document.pages) {
    const PageBox& content = page.content;
    const std::array<double, kSides> margins{content.x0 - page.trim.x0, content.y0 - page.trim.y0, page.trim.x1 - content.x1,
                                             page.trim.y1 - content.y1};
    for (const Side side : {kLeft, kBottom, kRight, kTop}) {
      if (!std::isfinite(margins[side])) continue;
      const Rule rule = side == inner_side(page.number) ? Rule::InnerMargin : Rule::OuterMargin;
      const std::optional<double> least = findings.limit(rule);
      if (least && margins[side] < *least - kHangs) findings.at_least(rule, page.number, margins[side], word_of(side));
    }
  }
}

}  // namespace nbpublish
