// 24: folios, margins and blanks of a volume that is bound.
#include <algorithm>
#include <charconv>

#include "audit/page_checks.h"
#include "base/roman.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostBlanks = 2;

// 214 for "214", 12 for "xii", 0 for anything else.
std::int64_t folio_number(std::string_view label) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  return error == std::errc() && end == label.data() + label.size() ? number : roman_value(label);
}

void check_folios(const AuditPart& part, FaultList& faults) {
  for (std::size_t p = 0; p < part.pages.size(); ++p) {
    const std::int64_t folio = folio_number(part.pages[p].page->label);
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
