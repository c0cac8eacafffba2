// ObjectPacker: objects that are no streams, many to an object stream (ISO 32000-1, 7.5.7).
#pragma once

#include <string>
#include <vector>

#include "output/pdf/sealed_part.h"

namespace nbpublish {

class ObjectPacker {
 public:
  void add(ObjectNumber number, std::string_view value);
  // The packs that are full, and what is left.
  std::vector<SealedPack> finish();

 private:
  std::vector<SealedPack> packs_;
  std::vector<ObjectNumber> inside_;
  std::string places_, values_;

  void close();
};

}  // namespace nbpublish
