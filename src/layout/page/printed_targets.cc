#include "layout/page/printed_targets.h"

#include "document/walk.h"
#include "layout/inline/paragraph_text.h"

namespace nbpublish {

std::set<std::string> printed_targets(const Document& document, const Style& style) {
  std::set<std::string> names;
  for_each_inline(document, [&](const Inline& inl, const Block&) {
    const auto* link = as<Link>(inl);
    if (link != nullptr && prints_page(*link, document.chapter, style))
      names.insert(destination_name(std::get<InternalTarget>(link->target)));
  });
  return names;
}

}  // namespace nbpublish
