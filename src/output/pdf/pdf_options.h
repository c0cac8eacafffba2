// PdfOptions: what a PDF file is to be.
#pragma once

#include <cstdint>
#include <string>

#include "base/colour.h"
#include "frame/frame.h"
#include "output/pdf/ink_part.h"

namespace nbpublish {

// What the file conforms to.
enum class PdfStandard : std::uint8_t {
  Accessible,  // PDF/UA-1 and PDF/A-2a: screens
  X1a2001,     // PDF/X-1a:2001, PDF 1.3
  X1a2003,     // PDF/X-1a:2003, PDF 1.4
  X4,          // PDF/X-4, PDF 1.6
};
constexpr bool is_for_print(PdfStandard standard) { return standard != PdfStandard::Accessible; }

// What a print file was made for: a registered characterisation of a press and paper.
struct OutputIntent {
  std::string identifier;  // in the registry of the International Color Consortium
  std::string condition;   // in words
  std::string profile;     // bytes of its ICC profile: PDF/X-4 embeds it
};

struct PdfOptions {
  Theme theme;
  PdfStandard standard = PdfStandard::Accessible;
  std::int64_t timestamp = 0;  // CreationDate and ModDate, seconds since 1970, UTC
  std::string producer = "nbpublish";
  unsigned jobs = 1;            // parts drawn at a time
  OutputIntent intent{};        // of a print file
  bool in_colour = false;       // a print file of process colours, as covers are; else black ink alone
  InkedParts* inked = nullptr;  // where its parts are kept for the next run; null: nowhere
};

}  // namespace nbpublish
