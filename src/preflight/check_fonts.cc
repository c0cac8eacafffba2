#include "preflight/pdf_checks.h"

namespace nbpublish {

void check_fonts(const DocumentFacts& document, Findings& findings) {
  for (const PdfPageFacts& page : document.pages) {
    FactWords missing, drawn;
    for (const std::size_t index : page.fonts) {
      const FontFacts& font = document.fonts[index];
      if (!font.is_embedded) add_word(missing, font.name);
      if (font.is_type3) add_word(drawn, font.name);
    }
    if (!missing.empty()) findings.add(Rule::FontEmbedded, page.number, joined(missing));
    if (!drawn.empty()) findings.add(Rule::FontType3, page.number, joined(drawn));
  }
}

}  // namespace nbpublish
