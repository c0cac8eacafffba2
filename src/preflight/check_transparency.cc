#include "preflight/pdf_checks.h"

namespace nbpublish {

void check_transparency(const DocumentFacts& document, Findings& findings) {
  for (const PdfPageFacts& page : document.pages) {
    if (!page.transparent.empty()) findings.add(Rule::Transparency, page.number, joined(page.transparent));
    if (!page.groups.empty()) findings.add(Rule::TransparencyGroup, page.number, joined(page.groups));
  }
}

}  // namespace nbpublish
