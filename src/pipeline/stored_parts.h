// StoredParts: sealed parts in the store.
#pragma once

#include "graph/store.h"
#include "output/pdf/part_store.h"

namespace nbpublish {

class StoredParts final : public PartStore {
 public:
  explicit StoredParts(Store& store) : store_(store) {}

  std::optional<std::string> find(const std::string& part, const std::string& key) override;
  void keep(const std::string& part, const std::string& key, const std::string& bytes) override;

 private:
  Store& store_;
};

}  // namespace nbpublish
