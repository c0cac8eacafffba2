// Where what ebooks are packed of is kept from run to run.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/hash.h"
#include "base/result.h"

namespace nbpublish {

// Called from several threads. What is kept depends on nothing but its step and its key.
class PackStore {
 public:
  virtual ~PackStore() = default;
  virtual std::optional<std::string> find(std::string_view step, Hash128 key) = 0;
  // A failure to keep is no failure: it is made again.
  virtual void keep(std::string_view step, Hash128 key, const std::string& bytes) = 0;
};

// What was kept; else make() is, if it gives bytes (a Result<std::string>). Nothing is kept without a store.
Result<std::string> find_or_make(PackStore* store, std::string_view step, Hash128 key, const auto& make) {
  if (store != nullptr)
    if (std::optional<std::string> kept = store->find(step, key)) return std::move(*kept);
  Result<std::string> made = make();
  if (made && store != nullptr) store->keep(step, key, *made);
  return made;
}

}  // namespace nbpublish
