#include <fmt/format.h>
#include <algorithm>

#include "base/xml_text.h"
#include "output/pdf/metadata.h"
#include "output/pdf/print_metadata.h"
#include "output/pdf/screen_standard.h"

namespace nbpublish {
namespace {

constexpr const char* kPacketBegin =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n";
constexpr const char* kEndOfVolume = "</rdf:Description>\n";
constexpr const char* kPacketEnd = "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

// Empty values give no element: XMP knows no empty title or date.
std::string simple(std::string_view name, std::string_view value) {
  return value.empty() ? "" : fmt::format("<{0}>{1}</{0}>\n", name, xml_text(value));
}

std::string localised(std::string_view name, std::string_view value) {
  if (value.empty()) return "";
  return fmt::format("<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n", name, xml_text(value));
}

// `container`: Seq where the order counts, else Bag.
std::string list(std::string_view name, std::string_view container, const std::vector<std::string>& values) {
  std::string items;
  for (const std::string& value : values) {
    if (!value.empty()) items += "<rdf:li>" + xml_text(value) + "</rdf:li>";
  }
  return items.empty() ? "" : fmt::format("<{0}><rdf:{1}>{2}</rdf:{1}></{0}>\n", name, container, items);
}

}  // namespace

std::string xmp_packet(const VolumeInfo& info, const PdfOptions& options) {
  const std::string time = iso_time(options.timestamp);
  return kPacketBegin + simple("dc:format", "application/pdf") + localised("dc:title", full_title(info)) +
         list("dc:creator", "Seq", {info.author}) + localised("dc:description", info.subject) + list("dc:subject", "Bag", info.keywords) +
         list("dc:publisher", "Bag", {info.publisher}) + list("dc:language", "Bag", {info.language}) + localised("dc:rights", info.rights) +
         simple("dc:identifier", info.identifier) + simple("pdf:Keywords", fmt::format("{}", fmt::join(info.keywords, ", "))) +
         simple("pdf:Producer", options.producer) + simple("xmp:CreatorTool", options.producer) + simple("xmp:CreateDate", time) +
         simple("xmp:ModifyDate", time) + simple("xmp:MetadataDate", time) + kEndOfVolume +
         (is_for_print(options.standard) ? print_claims(info, options) : screen_claims()) + kPacketEnd;
}

}  // namespace nbpublish
