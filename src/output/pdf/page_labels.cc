#include <fmt/format.h>

#include "output/pdf/folio.h"
#include "output/pdf/navigation.h"

namespace nbpublish {
namespace {

bool continues(const Folio& before, const Folio& folio) {
  return folio.style != FolioStyle::Literal && folio.style == before.style && folio.number == before.number + 1;
}

std::string range_start(const Folio& folio, const std::string& label) {
  if (folio.style == FolioStyle::Literal) return fmt::format("<< /P {} >>", pdf_text(label));
  return fmt::format("<< /S /{} /St {} >>", folio.style == FolioStyle::Roman ? "r" : "D", folio.number);
}

}  // namespace

ObjectNumber add_page_labels(const std::vector<SealedFurniture>& parts, const AddObject& add) {
  TreeEntries ranges;
  Folio before;
  std::size_t index = 0;
  for (const SealedFurniture& part : parts)
    for (const SealedSheet& sheet : part.sheets) {
      const Folio folio = parse_folio(sheet.label);
      if (!continues(before, folio)) ranges.emplace_back(std::to_string(index), range_start(folio, sheet.label));
      before = folio;
      ++index;
    }
  return whole_tree(ranges, TreeKind::Numbers, add);
}

}  // namespace nbpublish
