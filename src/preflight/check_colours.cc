#include <fmt/format.h>

#include "preflight/pdf_checks.h"

namespace nbpublish {
namespace {

bool is_rgb(ColourKind kind) { return kind == ColourKind::DeviceRgb || kind == ColourKind::CalRgb || kind == ColourKind::IccRgb; }

}  // namespace

void check_colours(const DocumentFacts& document, Findings& findings) {
  for (const PdfPageFacts& page : document.pages) {
    FactWords rgb, managed;
    for (const ColourUse& use : page.colours)
      if (use.kind != ColourKind::Spot)
        add_word(is_rgb(use.kind) ? rgb : managed, fmt::format("{} {}", word_of(use.kind), word_of(use.place)));
    if (!rgb.empty()) findings.add(Rule::Rgb, page.number, joined(rgb));
    if (!managed.empty()) findings.add(Rule::ColourManaged, page.number, joined(managed));
    if (!page.spot_inks.empty()) findings.add(Rule::SpotColour, page.number, joined(page.spot_inks));
  }
}

}  // namespace nbpublish
