// StoredLayouts: chapters' layouts in the store.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "figure/picture_table.h"
#include "graph/run_log.h"
#include "graph/store.h"
#include "layout/page/kept_layouts.h"
#include "pipeline/typography.h"

namespace nbpublish {

// Of one style, one set of faces and pictures, and one language with its hyphenation: what all chapters of a volume share is hashed once.
class StoredLayouts final : public KeptLayouts {
 public:
  // Borrows the store, the pictures and the log, which may be null.
  StoredLayouts(Store& store, const Style& style, const Typography& typography, const PictureTable& pictures, const std::string& language,
                RunLog* log);

  ChapterMade find_or_make(const ChapterOrder& order, const std::function<ChapterMade()>& make) override;

 private:
  Store& store_;
  RunLog* log_;
  Hash128 shared_;  // of what all chapters share
  std::size_t faces_;
  std::map<std::string, Hash128> picture_hashes_;  // by their keys; zero where one cannot be used
  std::map<Hash128, PicturePtr> pictures_;

  Hash128 key_of(const ChapterOrder& order) const;
  std::optional<ChapterMade> find(Hash128 key) const;
  void keep(Hash128 key, const ChapterMade& made) const;
  // What stands on pages and is none of the book's pictures, as codes for readers of paper are, is kept by itself.
  PicturePtr picture_of(Hash128 hash) const;
};

}  // namespace nbpublish
