#include "book/matter.h"

#include "document/list_numbers.h"

namespace nbpublish {
namespace {

constexpr bool rows_stand_in_order() {
  for (std::size_t i = 0; i < kMatterKinds.size(); ++i)
    if (kMatterKinds[i].role != static_cast<MatterRole>(i)) return false;
  return true;
}
static_assert(rows_stand_in_order(), "kind_of() looks a role up by its number");

}  // namespace

std::string name_of(MatterId id) {
  const std::string name(kind_of(id).name);
  return id.number == 0 ? name : name + "-" + std::to_string(id.number);
}

std::string key_of(MatterId id) { return "matter/" + name_of(id); }

std::string letter_of(MatterId id) { return id.number == 0 ? "" : number_text(ListNumbering::UpperAlpha, id.number); }

std::string default_title(MatterId id) {
  const std::string title(kind_of(id).title);
  return id.number == 0 ? title : title + " " + letter_of(id);
}

}  // namespace nbpublish
