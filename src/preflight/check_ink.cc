#include "preflight/pdf_checks.h"

namespace nbpublish {

void check_ink(const DocumentFacts& document, Findings& findings) {
  for (const PdfPageFacts& page : document.pages) {
    if (page.most_ink) findings.at_most(Rule::TotalInk, page.number, page.most_ink->value, page.most_ink->what);
    if (!page.unknown_ink.empty()) findings.add(Rule::InkUnknown, page.number, joined(page.unknown_ink));
    if (page.lightest_fill) findings.at_least(Rule::FaintFill, page.number, page.lightest_fill->value, "");
  }
}

}  // namespace nbpublish
