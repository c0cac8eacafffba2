// BackgroundWork: what waits for the disk while the program goes on.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace nbpublish {

// Nothing that is made may depend on when a task is done: several run at once, in any order. For work that computes, see parallel.h.
class BackgroundWork {
 public:
  // With no threads, or where the system gives none, tasks are done as they are handed over. More than `most_bytes` do not wait at any
  // time.
  BackgroundWork(unsigned threads, std::size_t most_bytes) : most_threads_(threads), most_bytes_(most_bytes) {}
  ~BackgroundWork();  // finishes
  BackgroundWork(const BackgroundWork&) = delete;
  BackgroundWork& operator=(const BackgroundWork&) = delete;

  // Waits while too much waits. `bytes` is what the task holds; it must not throw. Safe from several threads at once, as finish() is; not
  // to be called by a task.
  void hand_over(std::size_t bytes, std::function<void()> task);
  // Waits until all that was handed over is done.
  void finish();

 private:
  struct Task {
    std::size_t bytes = 0;
    std::function<void()> run;
  };

  unsigned most_threads_;
  std::size_t most_bytes_;
  std::mutex one_at_a_time_;
  std::condition_variable changed_;
  std::deque<Task> waiting_;
  std::size_t bytes_ = 0, busy_ = 0;  // bytes: of what waits and of what is being done
  bool is_over_ = false;
  std::vector<std::thread> threads_;

  bool start_thread();
  void work();
};

}  // namespace nbpublish
