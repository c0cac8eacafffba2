#include "preflight/pdf_checks.h"

namespace nbpublish {

// A hairline is a thin stroke too, but told as what it is.
void check_strokes(const DocumentFacts& document, Findings& findings) {
  for (const PdfPageFacts& page : document.pages) {
    if (!page.least_stroke) continue;
    const auto& [width, what] = *page.least_stroke;
    const std::optional<double> hairline = findings.limit(Rule::Hairline);
    findings.at_least(hairline && width < *hairline * (1 - kSlack) ? Rule::Hairline : Rule::StrokeWidth, page.number, width, what);
  }
}

}  // namespace nbpublish
