// PictureWorkers: children that read and draw pictures, so that what a picture does to its decoder is done to them.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.h"

namespace nbpublish {

struct WorkerPlan {
  std::vector<std::string> argv;  // a program that calls run_picture_worker
  std::string first_request;      // of each worker, answered before any other
  unsigned most = 1;              // at the same time
};

// What a worker said, or how it died over it.
struct WorkerAnswer {
  std::string reply;
  std::string death;    // "took more than 4 seconds", "ended the program that drew it (Segmentation fault)"; empty: it lives
  bool is_sure = true;  // of a death: it would be the same on any machine
};

// One worker does many requests; after a death the next one gets a new worker. Each request has limits on processor time, memory
// and stack that no honest picture comes near. Time that is lost with bad pictures is bounded: each of them halves what the
// next ones are given, down to a second. May be asked by several threads at once.
class PictureWorkers {
 public:
  explicit PictureWorkers(WorkerPlan plan);
  ~PictureWorkers();
  PictureWorkers(const PictureWorkers&) = delete;
  PictureWorkers& operator=(const PictureWorkers&) = delete;

  // An Environment error if no worker can be started.
  Result<WorkerAnswer> ask(const std::string& request);

 private:
  class Worker;
  Result<std::unique_ptr<Worker>> take();
  Result<std::unique_ptr<Worker>> start() const;
  void give_back(std::unique_ptr<Worker> worker);
  std::chrono::milliseconds allowance();
  void lose_time();

  WorkerPlan plan_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::unique_ptr<Worker>> idle_;
  unsigned alive_ = 0;
  std::chrono::milliseconds allowance_;
};

}  // namespace nbpublish
