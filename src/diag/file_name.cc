#include "diag/file_name.h"

#include <mutex>
#include <shared_mutex>
#include <unordered_set>

#include "base/hash.h"

namespace nbpublish {
namespace {

// Its nodes stay where they are.
struct NameTable {
  std::shared_mutex mutex;
  std::unordered_set<std::string, TextHash, std::equal_to<>> names;
};

// Never destroyed: spans may be read until the process has ended.
NameTable& table() {
  static auto* const all = new NameTable;
  return *all;
}

const std::string* kept(std::string_view text) {
  NameTable& all = table();
  {
    const std::shared_lock lock(all.mutex);
    if (const auto it = all.names.find(text); it != all.names.end()) return &*it;
  }
  const std::unique_lock lock(all.mutex);
  return &*all.names.emplace(text).first;
}

}  // namespace

FileName::FileName(std::string_view text) : text_(text.empty() ? nullptr : kept(text)) {}

const std::string& FileName::text() const {
  static const std::string kNone;
  return text_ == nullptr ? kNone : *text_;
}

}  // namespace nbpublish
