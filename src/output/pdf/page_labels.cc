#include "output/pdf/folio.h"
#include "output/pdf/navigation.h"
#include "output/pdf/objects.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

bool continues(const Folio& before, const Folio& folio) {
  return folio.style != FolioStyle::Literal && folio.style == before.style && folio.number == before.number + 1;
}

Handle range_start(const Folio& folio, const std::string& label) {
  if (folio.style == FolioStyle::Literal) return pdf_dictionary({{"/P", pdf_text(label)}});
  return pdf_dictionary({{"/S", pdf_name_object(folio.style == FolioStyle::Roman ? "r" : "D")}, {"/St", Handle::newInteger(folio.number)}});
}

}  // namespace

void add_page_labels(QPDF& out, const std::vector<JoinedPage>& pages) {
  std::vector<std::pair<long long, Handle>> ranges;
  Folio before;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string& label = pages[i].page->label;
    const Folio folio = parse_folio(label);
    if (!continues(before, folio)) ranges.emplace_back(static_cast<long long>(i), range_start(folio, label));
    before = folio;
  }
  out.getRoot().replaceKey("/PageLabels", number_tree(out, ranges));
}

}  // namespace nbpublish
