#include "pipeline/defines_terms.h"

namespace nbpublish {

bool defines_terms(const Book& book, std::string_view key) {
  for (const auto& [id, file] : book.matter.files)
    if (key_of(id) == key) return kind_of(id).is_lettered;
  return true;
}

}  // namespace nbpublish
