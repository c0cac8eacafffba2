#include "base/overloaded.h"
#include "document/href.h"
#include "output/pdf/navigation.h"
#include "output/pdf/objects.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

constexpr int kPrint = 4;  // annotation flag that PDF/A demands

// Where it leads: the entry /A or /Dest.
void add_target(Handle& annotation, const LinkTarget& target) {
  std::visit(
      overloaded{[](const RawTarget&) {},  // refused by check_volume
                 [&](const ExternalTarget& external) {
                   annotation.replaceKey(
                       "/A", pdf_dictionary({{"/S", pdf_name_object("URI")}, {"/URI", Handle::newString(encode_url(external.url))}}));
                 },
                 [&](const InternalTarget& internal) { annotation.replaceKey("/Dest", Handle::newString(destination_name(internal))); }},
      target);
}

// A link around a picture without words still says where it leads.
std::string spoken(const LinkArea& link) {
  if (!link.description.empty()) return link.description;
  const auto* external = std::get_if<ExternalTarget>(&link.target);
  return external ? external->url : "Link in this document";
}

Handle annotation(const LinkArea& link, Length page_height) {
  Handle result = pdf_dictionary({{"/Type", pdf_name_object("Annot")},
                                  {"/Subtype", pdf_name_object("Link")},
                                  {"/Rect", pdf_rectangle(link.rect, page_height)},
                                  {"/Border", Handle::newArray({Handle::newInteger(0), Handle::newInteger(0), Handle::newInteger(0)})},
                                  {"/F", Handle::newInteger(kPrint)},
                                  {"/Contents", pdf_text(spoken(link))}});
  add_target(result, link.target);
  return result;
}

}  // namespace

void add_links(QPDF& out, Length page_height, std::vector<JoinedPage>& pages) {
  for (JoinedPage& page : pages) {
    for (const LinkArea& link : page.page->links) {
      page.annotations.push_back(out.makeIndirectObject(annotation(link, page_height)));
    }
    if (page.annotations.empty()) continue;
    page.object.replaceKey("/Annots", Handle::newArray(page.annotations));
    page.object.replaceKey("/Tabs", pdf_name_object("S"));
  }
}

}  // namespace nbpublish
