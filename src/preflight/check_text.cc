#include <fmt/format.h>

#include "preflight/pdf_checks.h"

namespace nbpublish {

void check_text(const DocumentFacts& document, Findings& findings) {
  for (const PdfPageFacts& page : document.pages) {
    if (page.least_text) findings.at_least(Rule::TextSize, page.number, page.least_text->value, "");
    if (page.lightest_text) findings.add(Rule::TextTint, page.number, plain_number(page.lightest_text->value) + " % of full tone");
  }
}

}  // namespace nbpublish
