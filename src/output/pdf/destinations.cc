#include <map>

#include "output/pdf/navigation.h"
#include "output/pdf/objects.h"

namespace nbpublish {

void add_destinations(QPDF& out, Length page_height, const std::vector<JoinedPage>& pages) {
  using Handle = QPDFObjectHandle;
  std::map<std::string, Handle> places;
  for (const JoinedPage& page : pages) {
    for (const Destination& d : page.page->destinations) {
      places.try_emplace(d.name, Handle::newArray({page.object, pdf_name_object("XYZ"), pdf_number(d.place.x),
                                                   pdf_number(page_height - d.place.y), Handle::newNull()}));
    }
  }
  if (places.empty()) return;
  const std::vector<std::pair<std::string, Handle>> entries(places.begin(), places.end());
  out.getRoot().replaceKey("/Names", pdf_dictionary({{"/Dests", name_tree(out, entries)}}));
}

}  // namespace nbpublish
