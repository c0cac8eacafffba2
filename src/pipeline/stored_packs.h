// StoredPacks: what ebooks are packed of, in the store.
#pragma once

#include "graph/store.h"
#include "output/epub/pack_store.h"

namespace nbpublish {

class StoredPacks final : public PackStore {
 public:
  explicit StoredPacks(Store& store) : store_(store) {}

  std::optional<std::string> find(std::string_view step, Hash128 key) override;
  void keep(std::string_view step, Hash128 key, const std::string& bytes) override;

 private:
  Store& store_;
};

}  // namespace nbpublish
