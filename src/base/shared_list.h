// SharedList: a list whose copies are one until somebody changes his.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace nbpublish {

// Copying takes no memory and no time. edit() parts the copy that is changed from the others; what was read from it before then belongs to
// them. Copies may be read, made and dropped in several threads, and each may be edited in one.
template <class T>
class SharedList {
 public:
  SharedList() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a list is one of these wherever it is handed over
  SharedList(std::vector<T> list) : list_(std::make_shared<std::vector<T>>(std::move(list))) {}

  const std::vector<T>& all() const {
    static const std::vector<T> kNone;
    return list_ == nullptr ? kNone : *list_;
  }
  std::vector<T>& edit() {
    if (list_ == nullptr) list_ = std::make_shared<std::vector<T>>();
    else if (list_.use_count() > 1) list_ = std::make_shared<std::vector<T>>(*list_);
    return *list_;
  }
  void push_back(T value) { edit().push_back(std::move(value)); }

  auto begin() const { return all().begin(); }
  auto end() const { return all().end(); }
  bool empty() const { return all().empty(); }
  std::size_t size() const { return all().size(); }
  const T& operator[](std::size_t i) const { return all()[i]; }
  const T& front() const { return all().front(); }
  const T& back() const { return all().back(); }

 private:
  std::shared_ptr<std::vector<T>> list_;
};

}  // namespace nbpublish
