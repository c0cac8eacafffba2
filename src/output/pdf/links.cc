#include "output/pdf/links.h"

#include <fmt/format.h>

#include "base/overloaded.h"
#include "document/href.h"
#include "output/pdf/pdf_syntax.h"

namespace nbpublish {
namespace {

constexpr int kPrint = 4;  // annotation flag that PDF/A demands

// Where it leads: the entry /A or /Dest.
std::string target_entry(const LinkTarget& target) {
  return std::visit(overloaded{[](const RawTarget&) { return std::string(); },  // refused by check_volume
                               [](const ExternalTarget& external) {
                                 return fmt::format("/A << /S /URI /URI {} >>", pdf_string(encode_url(external.url)));
                               },
                               [](const InternalTarget& internal) { return "/Dest " + pdf_string(destination_name(internal)); }},
                    target);
}

// A link around a picture without words still says where it leads.
std::string spoken(const LinkArea& link) {
  if (!link.description.empty()) return link.description;
  const auto* external = std::get_if<ExternalTarget>(&link.target);
  return external ? external->url : "Link in this document";
}

}  // namespace

std::string link_annotation(const LinkArea& link, Length across, Length page_height, std::int64_t structure_key) {
  Rect place = link.rect;
  place.x += across;
  return fmt::format("<< /Type /Annot /Subtype /Link /Rect {} /Border [0 0 0] /F {} /Contents {} {} /StructParent {} >>",
                     pdf_rectangle(place, page_height), kPrint, pdf_text(spoken(link)), target_entry(link.target), structure_key);
}

}  // namespace nbpublish
