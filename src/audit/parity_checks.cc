// 24: folios, margins and blanks of a volume that is bound.
#include <algorithm>
#include <cctype>

#include "audit/page_checks.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostBlanks = 2;

// 214 for "214", 12 for "xii", 0 for anything else.
int folio_number(std::string_view label) {
  int arabic = 0, roman = 0;
  for (std::size_t i = 0; i < label.size(); ++i) {
    static constexpr std::string_view kDigits = "ivxlcdm";
    static constexpr int kValues[] = {1, 5, 10, 50, 100, 500, 1000};
    const std::size_t at = kDigits.find(label[i]);
    if (std::isdigit(static_cast<unsigned char>(label[i])) != 0) arabic = arabic * 10 + (label[i] - '0');
    else if (at == std::string_view::npos) return 0;
    else {
      const std::size_t next = i + 1 < label.size() ? kDigits.find(label[i + 1]) : std::string_view::npos;
      roman += next != std::string_view::npos && next > at ? -kValues[at] : kValues[at];
    }
  }
  return arabic > 0 ? arabic : roman;
}

void check_folios(const AuditPart& part, FaultList& faults) {
  for (std::size_t p = 0; p < part.pages.size(); ++p) {
    const int folio = folio_number(part.pages[p].page->label);
    if (folio > 0 && (folio % 2 == 1) != part.pages[p].recto)
      faults.add(FaultCode::WrongParity, part, p, 0, part.pages[p].recto ? "an even folio on a recto" : "an odd folio on a verso");
  }
}

// How far text stands from the bound edge: told once for each part.
void check_margins(const AuditView& view, const AuditPart& part, FaultList& faults) {
  const Style& style = view.style();
  const Length wanted = style.inner_margin(view.page_count), least = wanted - style.hang_limit;
  for (const AuditLine& line : part.lines) {
    const Length margin = part.pages[line.page].recto ? line.left : style.trim_width - line.right;
    if (margin + Length::pt(0.1) >= least) continue;
    return faults.add(FaultCode::NarrowGutter, part, line, points(margin) + " instead of " + points(wanted));
  }
}

}  // namespace

void check_parity(const AuditView& view, FaultList& faults) {
  std::size_t blanks = 0;
  for (const AuditPart& part : view.parts) {
    check_folios(part, faults);
    check_margins(view, part, faults);
    for (std::size_t p = 0; p < part.pages.size(); ++p) {
      blanks = part.pages[p].page->blank ? blanks + 1 : 0;
      if (blanks == kMostBlanks + 1) faults.add(FaultCode::BlankPages, part, p, 0, "the third in a row");
    }
  }
  if (view.page_count % 2 == 1) faults.add(FaultCode::OddPageCount, std::to_string(view.page_count) + " pages");
}

}  // namespace nbpublish
