// What makes a file PDF/X (ISO 15930): its version, what it says of itself, and the press that it was made for.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "frame/frame.h"
#include "output/pdf/pdf_options.h"

namespace nbpublish {

void set_print_version(QPDFWriter& writer, PdfStandard standard);

// Info, output intent and, for PDF/X-4, XMP.
void add_print_metadata(QPDF& out, const VolumeInfo& info, const PdfOptions& options);

// What the XMP of PDF/X-4 says beside the volume's own (ISO 15930-7, 6.9).
std::string print_claims(const VolumeInfo& info, const PdfOptions& options);

}  // namespace nbpublish
