// StoredDrawings: drawn pages in the store.
#pragma once

#include "graph/store.h"
#include "output/png/drawn_pages.h"

namespace nbpublish {

class StoredDrawings final : public DrawnPages {
 public:
  explicit StoredDrawings(Store& store) : store_(store) {}

  std::optional<std::string> find(Hash128 key) override;
  void keep(Hash128 key, const std::string& bytes) override;

 private:
  Store& store_;
};

}  // namespace nbpublish
