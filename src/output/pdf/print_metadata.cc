#include "output/pdf/print_metadata.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "output/pdf/metadata.h"
#include "output/pdf/objects.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

constexpr const char* kRegistry = "http://www.color.org";

// ISO 15930-1, 6.13; 15930-4, 6.13; 15930-7, 6.14.
void say_standard(Handle info, PdfStandard standard) {
  switch (standard) {
    case PdfStandard::X1a2001:
      info.replaceKey("/GTS_PDFXVersion", Handle::newString("PDF/X-1:2001"));
      info.replaceKey("/GTS_PDFXConformance", Handle::newString("PDF/X-1a:2001"));
      break;
    case PdfStandard::X1a2003:
      info.replaceKey("/GTS_PDFXVersion", Handle::newString("PDF/X-1a:2003"));
      break;
    case PdfStandard::X4:
      info.replaceKey("/GTS_PDFXVersion", Handle::newString("PDF/X-4"));
      break;
    case PdfStandard::Accessible:
      break;
  }
  info.replaceKey("/Trapped", pdf_name_object("False"));
}

Handle profile_stream(QPDF& out, const std::string& profile) {
  Handle stream = Handle::newStream(&out, profile);
  stream.getDict().replaceKey("/N", Handle::newInteger(4));
  return stream;
}

void add_output_intent(QPDF& out, const OutputIntent& intent) {
  Handle dictionary = pdf_dictionary({{"/Type", pdf_name_object("OutputIntent")},
                                      {"/S", pdf_name_object("GTS_PDFX")},
                                      {"/OutputConditionIdentifier", pdf_text(intent.identifier)},
                                      {"/OutputCondition", pdf_text(intent.condition)},
                                      {"/RegistryName", Handle::newString(kRegistry)},
                                      {"/Info", pdf_text(intent.condition)}});
  if (!intent.profile.empty()) dictionary.replaceKey("/DestOutputProfile", profile_stream(out, intent.profile));
  out.getRoot().replaceKey("/OutputIntents", Handle::newArray({out.makeIndirectObject(dictionary)}));
}

}  // namespace

void set_print_version(QPDFWriter& writer, PdfStandard standard) {
  if (standard == PdfStandard::X4) {
    writer.setMinimumPDFVersion("1.6");
    writer.setObjectStreamMode(qpdf_o_generate);
    return;
  }
  writer.forcePDFVersion(standard == PdfStandard::X1a2001 ? "1.3" : "1.4");
  writer.setObjectStreamMode(qpdf_o_disable);
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

void add_print_metadata(QPDF& out, const VolumeInfo& info, const PdfOptions& options) {
  Handle dictionary = info_dictionary(info, options);
  say_standard(dictionary, options.standard);
  // PDF 1.3 has no XMP; Info may hold more than the standard names.
  if (!info.identifier.empty()) dictionary.replaceKey("/Identifier", pdf_text(info.identifier));
  out.getTrailer().replaceKey("/Info", out.makeIndirectObject(dictionary));
  add_output_intent(out, options.intent);
  if (options.standard == PdfStandard::X4) out.getRoot().replaceKey("/Metadata", metadata_stream(out, xmp_packet(info, options)));
}

}  // namespace nbpublish
