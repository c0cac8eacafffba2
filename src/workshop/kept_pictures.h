// KeptPictures: what reading a picture gave, for the next run: its size and words, and of a drawing the bytes that are safe.
#pragma once

#include <string_view>

#include "base/hash.h"
#include "figure/figure.h"
#include "graph/store.h"

namespace nbpublish {

// Keyed by the file's bytes and by this program with its libraries: another may read otherwise.
class KeptPictures {
 public:
  // Borrows the store; null: nothing is found, and nothing kept.
  explicit KeptPictures(Store* store) : store_(store) {}

  // Null if it is not known.
  PicturePtr find(std::string_view file) const;
  void keep(std::string_view file, const Picture& picture) const;

 private:
  Store* store_;

  static Hash128 key_of(std::string_view file);
};

}  // namespace nbpublish
