#include "preflight/pdf_checks.h"

namespace nbpublish {

void check_images(const DocumentFacts& document, Findings& findings) {
  for (const PdfPageFacts& page : document.pages) {
    if (page.least_picture) findings.at_least(Rule::ImageResolution, page.number, page.least_picture->value, "");
    if (page.least_line_art) findings.at_least(Rule::LineArtResolution, page.number, page.least_line_art->value, "");
    if (page.has_jpeg_2000) findings.add(Rule::Jpeg2000, page.number, "JPXDecode");
  }
}

}  // namespace nbpublish
