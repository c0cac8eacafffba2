#include <fmt/format.h>

#include "preflight/pdf_checks.h"

namespace nbpublish {
namespace {

// A run is told once, at its first page.
void check_blank_runs(const DocumentFacts& document, Findings& findings) {
  int run = 0;
  for (const PdfPageFacts& page : document.pages) {
    run = page.is_blank ? run + 1 : 0;
    const bool is_last = static_cast<std::size_t>(page.number) == document.pages.size();
    if (run > 0 && (is_last || !document.pages[static_cast<std::size_t>(page.number)].is_blank))
      findings.at_most(Rule::BlankRun, page.number - run + 1, run, "");
  }
}

}  // namespace

void check_page_count(const DocumentFacts& document, Findings& findings) {
  const std::size_t count = document.pages.size();
  findings.at_least(Rule::PageCountLeast, 0, static_cast<double>(count), "");
  findings.at_most(Rule::PageCountMost, 0, static_cast<double>(count), "");
  if (count % 2 != 0) findings.add(Rule::PageCountEven, 0, fmt::format("{} page{}", count, count == 1 ? "" : "s"));
  check_blank_runs(document, findings);
  if (!document.pages.back().is_blank) findings.add(Rule::LastPageBlank, document.pages.back().number, "something is painted on it");
}

}  // namespace nbpublish
