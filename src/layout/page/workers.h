// Workers: what a thread needs to lay out: a shaper, a hyphenator and the words that were itemised, kept warm over chapters.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "layout/inline/word_items.h"
#include "text/hyphenator.h"
#include "text/shaper.h"

namespace nbpublish {

struct Worker {
  Shaper shaper;
  Hyphenator hyphenator;
  WordItems words;
};

// Lends workers to threads. What a worker has cached never changes a result, so it does not matter who gets which.
class WorkerPool {
 public:
  WorkerPool(const FontLibrary& fonts, std::string language) : fonts_(fonts), language_(std::move(language)) {}

  // An Environment error if the dictionary of the language is missing. Call it before lease().
  Status check();

  class Lease {
   public:
    Lease(WorkerPool& pool, std::unique_ptr<Worker> worker) : pool_(pool), worker_(std::move(worker)) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease();
    Worker* operator->() const { return worker_.get(); }

   private:
    WorkerPool& pool_;
    std::unique_ptr<Worker> worker_;
  };
  Lease lease();

 private:
  const FontLibrary& fonts_;
  std::string language_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Worker>> idle_;
};

}  // namespace nbpublish
