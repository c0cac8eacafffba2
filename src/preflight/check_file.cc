#include <charconv>

#include "preflight/pdf_checks.h"

namespace nbpublish {

void check_file(const DocumentFacts& document, Findings& findings) {
  if (!document.damage.empty()) findings.add(Rule::Damaged, 0, document.damage);
  if (document.is_encrypted) findings.add(Rule::Encryption, 0, "it opens without a password");
  if (document.pdf_x.empty()) findings.add(Rule::PdfX, 0, "neither or only one of the two is there");
  double version = 0;
  std::from_chars(document.version.data(), document.version.data() + document.version.size(), version);
  findings.at_most(Rule::PdfVersion, 0, version, "");
}

}  // namespace nbpublish
