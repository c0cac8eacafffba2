#include <fmt/format.h>

#include "preflight/pdf_checks.h"
#include "preflight/sides.h"

namespace nbpublish {
namespace {

// Programs round boxes to whole or tenth points. Points.
constexpr double kSame = 0.2;

std::string size_of(const PageBox& box) { return fmt::format("{} x {} pt", plain_number(box.width()), plain_number(box.height())); }

bool is_inside(const PageBox& inner, const PageBox& outer) {
  const PageBox allowed = outer.grown(kSame);
  return inner.x0 >= allowed.x0 && inner.y0 >= allowed.y0 && inner.x1 <= allowed.x1 && inner.y1 <= allowed.y1;
}

void check_sizes(const PdfPageFacts& page, const PdfPageFacts& first, Findings& findings) {
  if (std::abs(page.trim.width() - first.trim.width()) > kSame || std::abs(page.trim.height() - first.trim.height()) > kSame)
    findings.add(Rule::PageSize, page.number, fmt::format("{}, the first page {}", size_of(page.trim), size_of(first.trim)));
}

void check_order(const PdfPageFacts& page, Findings& findings) {
  if (!is_inside(page.trim, page.bleed)) findings.add(Rule::Boxes, page.number, "the trim box is not inside the bleed box");
  else if (!is_inside(page.bleed, page.media)) findings.add(Rule::Boxes, page.number, "the bleed box is not inside the media box");
  else if (!is_inside(page.trim, page.crop)) findings.add(Rule::Boxes, page.number, "the trim box is not inside the crop box");
}

void check_slug(const PdfPageFacts& page, Findings& findings) {
  if (is_inside(page.media, page.bleed)) return;
  findings.add(Rule::Slug, page.number,
               fmt::format("media box {}, bleed box {}{}", size_of(page.media), size_of(page.bleed),
                           page.paints_outside ? ", something is painted outside the trim box" : ""));
}

// The side at the spine need not bleed: it is glued, not trimmed.
void check_bleed(const PdfPageFacts& page, Findings& findings) {
  for (const Side side : {kLeft, kBottom, kRight, kTop}) {
    const std::optional<Measured>& least = page.bleeding[side];
    if (!least || side == inner_side(page.number)) continue;
    if (const auto limit = findings.limit(Rule::Bleed); limit && least->value < *limit - kSame)
      findings.at_least(Rule::Bleed, page.number, std::max(0.0, least->value), fmt::format("{}, {}", least->what, word_of(side)));
  }
}

}  // namespace

void check_boxes(const DocumentFacts& document, Findings& findings) {
  for (const PdfPageFacts& page : document.pages) {
    check_sizes(page, document.pages.front(), findings);
    check_order(page, findings);
    check_slug(page, findings);
    check_bleed(page, findings);
  }
}

}  // namespace nbpublish
