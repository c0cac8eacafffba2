// The order of an index, by ICU's collation.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace nbpublish {

// What makes two entries one: the term without case, code as it is.
std::string index_key(std::string_view term);

class IndexOrder {
 public:
  // `language` is a BCP 47 tag; the order of the root locale where ICU does not know it.
  explicit IndexOrder(const std::string& language);
  ~IndexOrder();

  // Letter by letter: blanks and punctuation count only where all else is equal.
  bool is_less(std::string_view a, std::string_view b) const;
  // "A", "Symbols", "Numbers".
  std::string heading_of(std::string_view term) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace nbpublish
