// StoredParts: sealed parts in the store.
#pragma once

#include <map>
#include <mutex>

#include "graph/run_log.h"
#include "graph/store.h"
#include "output/pdf/part_store.h"

namespace nbpublish {

class StoredParts final : public PartStore {
 public:
  // Borrows both; the log may be null.
  StoredParts(Store& store, RunLog* log) : store_(store), log_(log) {}

  std::optional<std::string> find(const std::string& part, const std::string& key) override;
  void keep(const std::string& part, const std::string& key, const std::string& bytes) override;

 private:
  Store& store_;
  RunLog* log_;
  std::mutex one_at_a_time_;
  std::map<std::string, RunLog::Span> begun_;  // of parts that were not found, until they are kept
};

}  // namespace nbpublish
