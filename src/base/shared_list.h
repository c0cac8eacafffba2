// SharedList: a list whose copies are one until somebody changes his.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace nbpublish {

// Copying takes no memory and no time. edit() parts the copy that is changed from the others; what was read from it before then belongs to
// them. Copies may be read, made and dropped in several threads, and each may be edited in one. A hash of the list is made once for all of
// them: of a kind of list there is one way to be hashed.
template <class T>
class SharedList {
 public:
  SharedList() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a list is one of these wherever it is handed over
  SharedList(std::vector<T> list) : shared_(std::make_shared<Shared>(std::move(list))) {}

  const std::vector<T>& all() const {
    static const std::vector<T> kNone;
    return shared_ == nullptr ? kNone : shared_->list;
  }
  std::vector<T>& edit() {
    if (shared_ == nullptr) shared_ = std::make_shared<Shared>(std::vector<T>());
    else if (shared_.use_count() > 1) shared_ = std::make_shared<Shared>(shared_->list);
    shared_->is_hashed = false;
    return shared_->list;
  }
  void push_back(T value) { edit().push_back(std::move(value)); }

  // hash(all()), which is called if nobody has done so since the last edit().
  template <class Hash>
  Hash128 hash_by(const Hash& hash) const {
    if (shared_ == nullptr) return hash(all());
    if (!shared_->is_hashed) set_hash(hash(all()));
    return {shared_->high, shared_->low};
  }
  // What hash_by() gave of an equal list, in another process.
  void set_hash(Hash128 hash) const {
    if (shared_ == nullptr) return;
    shared_->high = hash.high;
    shared_->low = hash.low;
    shared_->is_hashed = true;
  }

  auto begin() const { return all().begin(); }
  auto end() const { return all().end(); }
  bool empty() const { return all().empty(); }
  std::size_t size() const { return all().size(); }
  const T& operator[](std::size_t i) const { return all()[i]; }
  const T& front() const { return all().front(); }
  const T& back() const { return all().back(); }

 private:
  // Two threads that hash at once write the same.
  struct Shared {
    explicit Shared(std::vector<T> its) : list(std::move(its)) {}
    std::vector<T> list;
    std::atomic<std::uint64_t> high = 0, low = 0;
    std::atomic<bool> is_hashed = false;
  };
  std::shared_ptr<Shared> shared_;
};

}  // namespace nbpublish
