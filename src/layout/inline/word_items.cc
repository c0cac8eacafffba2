#include "layout/inline/word_items.h"

namespace nbpublish {

WordItems::Words& WordItems::of(const WordLook& look) {
  for (const auto& [known, words] : looks_)
    if (known == look) return *words;
  return *looks_.emplace_back(look, std::make_unique<Words>()).second;
}

}  // namespace nbpublish
