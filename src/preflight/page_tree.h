// The pages of a file, with what they inherit (ISO 32000-1, 7.7.3).
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "preflight/matrix.h"

namespace nbpublish {

struct PageSource {
  QPDFObjectHandle page, resources;
  PageBox media, crop, bleed, trim;  // as the reader sees the page: turned by Rotate, in points by UserUnit
  PdfMatrix to_points;               // from the units of the content to those of the boxes
};

// In the order of the tree, which is walked without recursion: qpdf's own walk would follow a chain of a
// million nodes. Nodes that are no dictionaries, or occur twice, are left out. Throws LimitPassed, and
// std::runtime_error if there is no page or a page without a media box.
std::vector<PageSource> read_pages(QPDF& file);

// Four numbers in any order, or an empty box.
PageBox box_of(QPDFObjectHandle array);
PdfMatrix pdf_matrix_of(QPDFObjectHandle array, PdfMatrix otherwise);

}  // namespace nbpublish
