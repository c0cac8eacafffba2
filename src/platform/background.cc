#include "platform/background.h"

#include <system_error>
#include <utility>

namespace nbpublish {

BackgroundWork::~BackgroundWork() {
  {
    const std::lock_guard lock(one_at_a_time_);
    is_over_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void BackgroundWork::hand_over(std::size_t bytes, std::function<void()> task) {
  std::unique_lock lock(one_at_a_time_);
  changed_.wait(lock, [&] { return bytes_ == 0 || bytes_ + bytes <= most_bytes_; });
  // Another thread where all have something to do already.
  const bool is_one_more = threads_.size() < most_threads_ && busy_ + waiting_.size() >= threads_.size();
  if (is_one_more && !start_thread()) most_threads_ = static_cast<unsigned>(threads_.size());
  if (threads_.empty()) {
    lock.unlock();
    return task();
  }
  bytes_ += bytes;
  waiting_.push_back({bytes, std::move(task)});
  changed_.notify_all();
}

bool BackgroundWork::start_thread() {
  try {
    threads_.emplace_back([this] { work(); });
    return true;
  } catch (const std::system_error&) {  // too many of them already
    return false;
  }
}

void BackgroundWork::finish() {
  std::unique_lock lock(one_at_a_time_);
  changed_.wait(lock, [this] { return waiting_.empty() && busy_ == 0; });
}

void BackgroundWork::work() {
  std::unique_lock lock(one_at_a_time_);
  while (true) {
    changed_.wait(lock, [this] { return is_over_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    Task task = std::move(waiting_.front());
    waiting_.pop_front();
    ++busy_;
    lock.unlock();
    task.run();
    task.run = nullptr;  // what it holds goes before its bytes are another's
    lock.lock();
    --busy_;
    bytes_ -= task.bytes;
    changed_.notify_all();
  }
}

}  // namespace nbpublish
