#include "output/pdf/print_metadata.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "output/pdf/metadata.h"

namespace nbpublish {
namespace {

constexpr const char* kRegistry = "http://www.color.org";

// ISO 15930-1, 6.13; 15930-4, 6.13; 15930-7, 6.14.
const char* standard_entries(PdfStandard standard) {
  switch (standard) {
    case PdfStandard::X1a2001:
      return " /GTS_PDFXVersion (PDF/X-1:2001) /GTS_PDFXConformance (PDF/X-1a:2001)";
    case PdfStandard::X1a2003:
      return " /GTS_PDFXVersion (PDF/X-1a:2003)";
    case PdfStandard::X4:
      return " /GTS_PDFXVersion (PDF/X-4)";
    case PdfStandard::Accessible:
      break;
  }
  return "";
}

}  // namespace

std::string print_info_entries(const VolumeInfo& info, PdfStandard standard) {
  std::string out = std::string(standard_entries(standard)) + " /Trapped /False";
  // PDF 1.3 has no XMP; Info may hold more than the standard names.
  if (!info.identifier.empty()) out += " /Identifier " + pdf_text(info.identifier);
  return out;
}

std::string print_intent(const OutputIntent& intent, ObjectNumber profile) {
  std::string out =
      fmt::format("<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier {} /OutputCondition {} /RegistryName {} /Info {}",
                  pdf_text(intent.identifier), pdf_text(intent.condition), pdf_string(kRegistry), pdf_text(intent.condition));
  if (profile != 0) out += " /DestOutputProfile " + pdf_reference(profile);
  return out += " >>";
}

std::string print_claims(const VolumeInfo& info, const PdfOptions& options) {
  // Of this state of this volume, as a name must be that comes from no clock and no chance.
  const std::string id = to_hex(hash128(info.identifier + '\n' + full_title(info) + '\n' + iso_time(options.timestamp)));
  return fmt::format(
      "<rdf:Description rdf:about=\"\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
      "xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\n<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n<pdf:Trapped>False</"
      "pdf:Trapped>\n"
      "<xmpMM:DocumentID>uuid:{}-{}-{}-{}-{}</xmpMM:DocumentID>\n<xmpMM:VersionID>1</xmpMM:VersionID>\n<xmpMM:RenditionClass>default</"
      "xmpMM:RenditionClass>\n"
      "</rdf:Description>\n",
      id.substr(0, 8), id.substr(8, 4), id.substr(12, 4), id.substr(16, 4), id.substr(20));
}

}  // namespace nbpublish
