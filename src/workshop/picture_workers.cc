#include "workshop/picture_workers.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include <fmt/format.h>

#include "platform/child.h"
#include "platform/deadline.h"

namespace nbpublish {
namespace {

using std::chrono::milliseconds;

// Of processor time for one picture, which a run may draw in three editions more: a picture that is just allowed costs it ten seconds.
constexpr milliseconds kAllowance{2000}, kLeastAllowance{1000};
constexpr std::chrono::seconds kLongestWait{300};  // of the clock: for what waits instead of working, on a machine however busy
constexpr std::uint64_t kMemory = 640u << 20;      // addresses; 64 million pixels take 256 MB
// Less than the threads have that draw later in the process itself: what is too deep there is too deep here.
constexpr std::uint64_t kStack = 3u << 20;
constexpr std::uint64_t kLongestAnswer = 512u << 20;
constexpr std::size_t kKeptErrors = 4096;
// Most pictures are drawn in less time than one more worker takes to start: it is started where none comes free so long.
constexpr milliseconds kPatience{30};
constexpr int kMostLooks = 1000;  // each after a millisecond

std::string as_bytes(std::uint64_t value) { return {reinterpret_cast<const char*>(&value), sizeof value}; }

bool speaks_of_memory(std::string_view errors) {
  for (const char* words : {"memory allocation", "failed to allocate", "bad_alloc", "ut of memory"})
    if (errors.find(words) != std::string_view::npos) return true;
  return false;
}

}  // namespace

class PictureWorkers::Worker {
 public:
  explicit Worker(Child child) : child_(std::move(child)) {}

  // Whether it lives. What it says, or how it died, is in `answer`.
  bool ask(const std::string& request, milliseconds allowance, WorkerAnswer& answer) {
    const std::string message = as_bytes(static_cast<std::uint64_t>(allowance.count())) + as_bytes(request.size()) + request;
    const Deadline deadline(kLongestWait);
    std::string reply;
    std::size_t written = 0;
    while (!is_whole(reply)) {
      const milliseconds left = deadline.left();
      pollfd fds[3] = {
          {child_.out.get(), POLLIN, 0}, {child_.err.get(), POLLIN, 0}, {written < message.size() ? child_.in.get() : -1, POLLOUT, 0}};
      if (left == milliseconds{0} || (poll(fds, 3, static_cast<int>(left.count())) < 0 && errno != EINTR) || reply.size() > kLongestAnswer)
        return answer = {{}, "did not end", false}, false;
      if (fds[1].revents != 0) hear(child_.err, errors_);
      errors_.erase(0, errors_.size() - std::min(errors_.size(), kKeptErrors));
      if (fds[2].revents != 0) {
        const ssize_t n = write(child_.in.get(), message.data() + written, message.size() - written);
        if (n > 0) written += static_cast<std::size_t>(n);
        else if (errno != EAGAIN && errno != EINTR) written = message.size();  // it is dead, as its output will tell
      }
      if (fds[0].revents != 0 && !hear(child_.out, reply)) return answer = death(allowance), false;
    }
    answer = {reply.substr(sizeof(std::uint64_t)), {}, true};
    return true;
  }

 private:
  Child child_;
  std::string errors_;

  static bool is_whole(const std::string& reply) {
    std::uint64_t size = 0;
    if (reply.size() < sizeof size) return false;
    memcpy(&size, reply.data(), sizeof size);
    return reply.size() - sizeof size >= size;
  }

  // False at the end.
  static bool hear(Descriptor& from, std::string& sink) {
    char buffer[65536];
    const ssize_t n = read(from.get(), buffer, sizeof buffer);
    if (n > 0) sink.append(buffer, static_cast<std::size_t>(n));
    if (n == 0) from.close();
    return n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN));
  }

  WorkerAnswer death(milliseconds allowance) {
    while (child_.err.is_open() && errors_.size() < kKeptErrors * 2 && hear(child_.err, errors_)) {
    }
    for (int i = 0; i < kMostLooks && !child_.has_ended(); ++i) poll(nullptr, 0, 1);  // its output has ended, so it is about to
    const ChildEnd end = child_.end();
    if (end.signal == SIGPROF) return {{}, fmt::format("takes more than {} s of processor time", allowance.count() / 1000), false};
    if (end.signal == SIGKILL) return {{}, "was stopped by the system, which may have no memory left", false};
    if (speaks_of_memory(errors_)) return {{}, fmt::format("takes more than {} MB of memory", kMemory >> 20), true};
    const std::string how = end.signal != 0 ? std::string(::strsignal(end.signal)) : fmt::format("exit code {}", end.exit_code);
    return {{}, fmt::format("ends the library that draws it ({})", how), true};
  }
};

PictureWorkers::PictureWorkers(WorkerPlan plan) : plan_(std::move(plan)), allowance_(kAllowance) {}
PictureWorkers::~PictureWorkers() = default;

Result<WorkerAnswer> PictureWorkers::ask(const std::string& request) {
  NBP_TRY_ASSIGN(std::unique_ptr<Worker> worker, take());
  WorkerAnswer answer;
  if (!worker->ask(request, allowance(), answer)) {
    worker.reset();
    if (!answer.is_sure) lose_time();
  }
  give_back(std::move(worker));
  return answer;
}

Result<std::unique_ptr<PictureWorkers::Worker>> PictureWorkers::take() {
  {
    std::unique_lock lock(mutex_);
    const auto is_free = [this] { return !idle_.empty(); };
    if (alive_ > 0) changed_.wait_for(lock, kPatience, is_free);
    changed_.wait(lock, [&] { return is_free() || alive_ < plan_.most; });
    if (!idle_.empty()) {
      std::unique_ptr<Worker> worker = std::move(idle_.back());
      idle_.pop_back();
      return worker;
    }
    ++alive_;
  }
  auto worker = start();
  if (!worker) give_back(nullptr);
  return worker;
}

Result<std::unique_ptr<PictureWorkers::Worker>> PictureWorkers::start() const {
  ChildLimits limits;
#ifndef __SANITIZE_ADDRESS__  // its shadow takes more addresses than any limit
  limits.memory = kMemory;
#endif
  limits.stack = kStack;
  limits.file_size = 1;
  NBP_TRY_ASSIGN(Child child, Child::start(plan_.argv, limits));
  auto worker = std::make_unique<Worker>(std::move(child));
  WorkerAnswer answer;
  if (!worker->ask(plan_.first_request, milliseconds{0}, answer) || answer.reply.empty() || answer.reply.front() != 1)
    return fail(ErrorKind::Environment, fmt::format("the program that reads pictures cannot be started: it {}",
                                                    answer.death.empty() ? "refuses its fonts" : answer.death));
  return worker;
}

void PictureWorkers::give_back(std::unique_ptr<Worker> worker) {
  {
    const std::lock_guard lock(mutex_);
    if (worker) idle_.push_back(std::move(worker));
    else --alive_;
  }
  changed_.notify_one();
}

milliseconds PictureWorkers::allowance() {
  const std::lock_guard lock(mutex_);
  return allowance_;
}

void PictureWorkers::lose_time() {
  const std::lock_guard lock(mutex_);
  allowance_ = std::max(allowance_ / 2, kLeastAllowance);
}

}  // namespace nbpublish
