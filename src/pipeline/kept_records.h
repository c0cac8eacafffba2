// What the last runs made of the volumes of a book, in the store.
#pragma once

#include <optional>
#include <string>

#include "graph/store.h"
#include "pipeline/options.h"
#include "pipeline/volume_record.h"

namespace nbpublish {

// note [records]: a volume's record is kept as soon as its files stand in their places, and replaces the one before it as a whole, so that
// a run which is killed leaves the last that was true. The one before the last is kept as well: what differs between them is why the last
// run made what it made. A run that finds all as it was keeps nothing. A record is found by where the book lies as seen from the cache, so
// that both may move together, and whatever program has kept it.
class KeptRecords {
 public:
  // Borrows the store.
  KeptRecords(Store& store, const Folders& folders);

  std::optional<VolumeRecord> last(const std::string& volume) const { return find(volume, kLast); }
  std::optional<VolumeRecord> before_last(const std::string& volume) const { return find(volume, kBefore); }
  void keep(const std::string& volume, const VolumeRecord& record);

 private:
  static constexpr const char *kLast = "last", *kBefore = "before";

  Store& store_;
  std::string book_;  // its folder, from the cache's

  Hash128 key_of(const std::string& volume, const std::string& place) const;
  std::optional<VolumeRecord> find(const std::string& volume, const std::string& place) const;
};

}  // namespace nbpublish
