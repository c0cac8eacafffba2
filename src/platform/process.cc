#include "platform/process.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "platform/deadline.h"

namespace nbpublish {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kKeptErrors = 1u << 20, kMostErrors = 64u << 20;
constexpr std::uint64_t kLargestFile = 1u << 30;
constexpr int kCpuPerTimeout = 4;                           // for programs of several threads; the clock comes first while we live
constexpr milliseconds kShortestLook{1}, kLongestLook{50};  // between looks whether it has ended

class Exchange {
 public:
  Exchange(const ProcessRequest& request, Child& child) : request_(request), child_(child), deadline_(request.timeout) {}

  // Until the program has ended and all it said is read, or it must be ended.
  Status await_end() {
    if (request_.input.empty()) child_.in.close();
    for (;;) {
      const bool ended = child_.has_ended();
      const milliseconds left = deadline_.left();
      if (left == milliseconds{0}) return result_.timed_out = !ended, Status{};
      NBP_TRY_ASSIGN(const bool moved, look(ended ? milliseconds{0} : std::min(left, pause())));
      // Whoever it has left behind with its streams is not waited for.
      if (result_.too_long || (ended && !moved)) return {};
    }
  }

  ProcessOutput take(ChildEnd end) {
    result_.exit_code = end.exit_code;
    result_.signal = end.signal;
    return std::move(result_);
  }

 private:
  // A program that talks wakes us; one that has closed its outputs is about to end, or never will.
  milliseconds pause() {
    if (child_.out.is_open() || child_.err.is_open()) return kLongestLook;
    return std::exchange(pause_, std::min(pause_ * 2, kLongestLook));
  }

  // Whether something was read or written.
  Result<bool> look(milliseconds wait) {
    pollfd fds[3] = {{child_.out.get(), POLLIN, 0}, {child_.err.get(), POLLIN, 0}, {child_.in.get(), POLLOUT, 0}};
    if (poll(fds, 3, static_cast<int>(wait.count())) < 0) {
      if (errno == EINTR) return true;
      return fail(ErrorKind::Environment, "cannot wait for " + request_.argv[0] + ": " + ::strerror(errno));
    }
    if (fds[0].revents != 0) result_.too_long |= take_from(child_.out, result_.out, out_size_, request_.most_output, request_.most_output);
    if (fds[1].revents != 0) result_.too_long |= take_from(child_.err, result_.err, err_size_, kKeptErrors, kMostErrors);
    if (fds[2].revents != 0) feed();
    return fds[0].revents != 0 || fds[1].revents != 0;
  }

  // What is there, of which `kept` bytes are kept in all. True if it is more than `most` by now.
  static bool take_from(Descriptor& from, std::string& sink, std::size_t& size, std::size_t kept, std::size_t most) {
    char buffer[65536];
    const ssize_t n = read(from.get(), buffer, sizeof buffer);
    if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN)) return from.close(), false;
    if (n < 0) return false;
    size += static_cast<std::size_t>(n);
    sink.append(buffer, std::min(static_cast<std::size_t>(n), kept - std::min(kept, sink.size())));
    return size > most;
  }

  void feed() {
    const ssize_t n = write(child_.in.get(), request_.input.data() + written_, request_.input.size() - written_);
    if (n > 0) written_ += static_cast<std::size_t>(n);
    if (written_ == request_.input.size() || (n < 0 && errno != EAGAIN && errno != EINTR)) child_.in.close();
  }

  const ProcessRequest& request_;
  Child& child_;
  Deadline deadline_;
  milliseconds pause_ = kShortestLook;
  std::size_t written_ = 0, out_size_ = 0, err_size_ = 0;
  ProcessOutput result_;
};

}  // namespace

std::string how_it_ended(const ProcessOutput& output) {
  if (output.timed_out) return "did not finish in time";
  if (output.too_long) return "did not end its output";
  if (output.signal != 0) return "was killed by signal " + std::to_string(output.signal) + " (" + ::strsignal(output.signal) + ")";
  return "ended with exit code " + std::to_string(output.exit_code);
}

Result<ProcessOutput> RealProcessRunner::run(const ProcessRequest& request) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(request.timeout);
  ChildLimits limits;
  limits.cpu = seconds * kCpuPerTimeout;
  limits.file_size = kLargestFile;
  NBP_TRY_ASSIGN(Child child, Child::start(request.argv, limits));
  Exchange exchange(request, child);
  NBP_TRY(exchange.await_end());
  return exchange.take(child.end());
}

}  // namespace nbpublish
