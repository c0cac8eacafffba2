// StoredLayouts: chapters' layouts in the store.
#pragma once

#include <map>
#include <string>

#include "figure/picture_table.h"
#include "graph/store.h"
#include "layout/page/kept_layouts.h"
#include "pipeline/typography.h"

namespace nbpublish {

// Of one style, one set of faces and pictures, and one language with its hyphenation: what all chapters of a volume share is hashed once.
class StoredLayouts final : public KeptLayouts {
 public:
  // Borrows the store and the pictures.
  StoredLayouts(Store& store, const Style& style, const Typography& typography, const PictureTable& pictures, const std::string& language);

  Hash128 key_of(const ChapterOrder& order) const override;
  std::optional<ChapterMade> find(Hash128 key) override;
  void keep(Hash128 key, const ChapterMade& made) override;

 private:
  Store& store_;
  Hash128 shared_;  // of what all chapters share
  std::size_t faces_;
  std::map<std::string, Hash128> picture_hashes_;  // by their keys; zero where one cannot be used
  std::map<Hash128, PicturePtr> pictures_;
};

}  // namespace nbpublish
