// PdfOptions: what a PDF file is to be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/colour.h"
#include "frame/frame.h"
#include "output/pdf/print_ink.h"

namespace nbpublish {

class PartStore;

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
  unsigned jobs = 1;           // parts sealed at a time
  OutputIntent intent{};       // of a print file
  bool in_colour = false;      // a print file of process colours, as covers are; else black ink alone
  bool linearized = false;     // of a screen file: a viewer on a slow line shows page 1 before it has the rest. A second pass
  PartStore* store = nullptr;  // where sealed parts are kept for the next run; null: nowhere
};

// None on screens.
inline std::optional<Ink> ink_of(const PdfOptions& options) {
  if (!is_for_print(options.standard)) return std::nullopt;
  return options.in_colour ? Ink::Process : Ink::Gray;
}

}  // namespace nbpublish
