#include "layout/page/workers.h"

#include <cassert>

namespace nbpublish {

Status WorkerPool::check() {
  NBP_TRY_ASSIGN(Hyphenator hyphenator, Hyphenator::load(language_));
  const std::scoped_lock lock(mutex_);
  idle_.push_back(std::make_unique<Worker>(Worker{Shaper(fonts_), std::move(hyphenator), {}}));
  return {};
}

WorkerPool::Lease WorkerPool::lease() {
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Worker> worker = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(worker)};
    }
  }
  auto hyphenator = Hyphenator::load(language_);
  assert(hyphenator && "check() has loaded this dictionary before");
  return {*this, std::make_unique<Worker>(Worker{Shaper(fonts_), std::move(*hyphenator), {}})};
}

WorkerPool::Lease::~Lease() {
  if (worker_ == nullptr) return;
  const std::scoped_lock lock(pool_.mutex_);
  pool_.idle_.push_back(std::move(worker_));
}

}  // namespace nbpublish
