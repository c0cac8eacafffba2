#include "output/pdf/screen_standard.h"

#include <fmt/format.h>

#include "output/pdf/pdf_stream.h"
#include "output/pdf/srgb_profile.h"

namespace nbpublish {
namespace {

constexpr const char* kCondition = "sRGB IEC61966-2.1";
constexpr int kComponents = 3;

constexpr const char* kClaims =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<pdfaid:part>2</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "</rdf:Description>\n";

constexpr const char* kSchema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>part of ISO 14289 that the file conforms to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

}  // namespace

std::string screen_intent(ObjectNumber profile) {
  return fmt::format("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier {0} /Info {0} /DestOutputProfile {1} >>",
                     pdf_text(kCondition), pdf_reference(profile));
}

std::string screen_profile() { return pdf_stream(fmt::format("/N {}", kComponents), srgb_profile()); }

std::string screen_claims() { return std::string(kClaims) + kSchema; }

}  // namespace nbpublish
