#include "preflight/pdf_checks.h"

namespace nbpublish {

void check_navigation(const DocumentFacts& document, Findings& findings) {
  if (document.has_outline) findings.add(Rule::Outline, 0, "it has entries");
  for (const PdfPageFacts& page : document.pages)
    if (!page.annotations.empty()) findings.add(Rule::Annotation, page.number, joined(page.annotations));
}

}  // namespace nbpublish
