// The PDF of a volume: its parts sealed, each by itself, and joined.
#pragma once

#include <string>

#include "base/result.h"
#include "frame/frame.h"
#include "output/pdf/pdf_options.h"

namespace nbpublish {

// For screens the bytes of a tagged PDF 1.7: object streams, deterministic ID, outline to level 3, page labels, named
// destinations, link annotations, XMP and Info in agreement. For print an untagged file of the standard's version without any of these but
// the metadata, every colour in the inks of the press (note [print inks]). Equal input gives equal bytes at any `jobs`, and whatever
// `store` keeps.
Result<std::string> write_pdf(const PagedVolume& volume, const FontLibrary& fonts, const PdfOptions& options);

}  // namespace nbpublish
