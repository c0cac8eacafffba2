#include "book/omnibus.h"

namespace nbpublish {

Volume omnibus_of(const Book& book, const std::vector<const Volume*>& volumes) {
  Volume whole = book.omnibus;
  whole.key = kOmnibusKey;
  whole.number = 0;
  if (whole.title.empty()) whole.title = book.meta.title;
  for (const Volume* volume : volumes) whole.topics.insert(whole.topics.end(), volume->topics.begin(), volume->topics.end());
  return whole;
}

}  // namespace nbpublish
