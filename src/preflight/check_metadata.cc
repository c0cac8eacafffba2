#include "preflight/pdf_checks.h"

namespace nbpublish {

void check_metadata(const DocumentFacts& document, Findings& findings) {
  if (document.title.empty()) findings.add(Rule::Title, 0, "none");
  if (document.author.empty()) findings.add(Rule::Author, 0, "none");
  if (!document.has_xmp) findings.add(Rule::Xmp, 0, "none");
  if (document.language.empty()) findings.add(Rule::Language, 0, "no /Lang");
  if (!document.shows_title) findings.add(Rule::TitleShown, 0, "no /DisplayDocTitle");
  if (!document.is_tagged) findings.add(Rule::Tagged, 0, "no structure tree, or not marked");
}

}  // namespace nbpublish
