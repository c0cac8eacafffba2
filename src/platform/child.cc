#include "platform/child.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <future>
#include <mutex>
#include <queue>
#include <thread>

#include "platform/leavings.h"

namespace nbpublish {
namespace {

constexpr int kFirstFree = 3;  // descriptors of pipes: ours may have been started without standard streams
constexpr rlim_t kMostFiles = 4096;

struct Pipe {
  Descriptor read_end, write_end;
  bool open() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return false;
    read_end = raised(ends[0]);
    write_end = raised(ends[1]);
    return read_end.is_open() && write_end.is_open();
  }
  static Descriptor raised(int fd) {
    if (fd >= kFirstFree) return Descriptor(fd);
    const Descriptor low(fd);
    return Descriptor(fcntl(fd, F_DUPFD_CLOEXEC, kFirstFree));
  }
};

std::vector<std::string> clean_environment() {
  std::vector<std::string> out = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8"};
  for (const char* name : {"PATH", "HOME", "TMPDIR"})
    if (const char* value = std::getenv(name)) out.push_back(std::string(name) + '=' + value);
  return out;
}

// For exec, which takes pointers to what it does not change.
std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (const std::string& text : texts) out.push_back(const_cast<char*>(text.c_str()));
  out.push_back(nullptr);
  return out;
}

// Everything that the new process needs between fork and exec, where it may allocate nothing.
struct Start {
  std::vector<char*> argv, environment;
  ChildLimits limits;
  int in, out, err;  // its ends
  int failure;       // where it writes errno if it cannot become the program
  pid_t parent;
};

void lower(__rlimit_resource which, rlim_t most) {
  struct rlimit now {};
  if (getrlimit(which, &now) != 0) return;
  now.rlim_cur = std::min(now.rlim_cur, most);
  now.rlim_max = std::min(now.rlim_max, most);
  setrlimit(which, &now);
}

// A stack may be larger than ours, too: how deep a program gets must not depend on the shell that started us.
void set_stack(rlim_t size) {
  struct rlimit now {};
  if (getrlimit(RLIMIT_STACK, &now) != 0) return;
  now.rlim_cur = std::min(now.rlim_max, size);
  setrlimit(RLIMIT_STACK, &now);
}

// SIGXCPU says why; SIGKILL comes a second later to those that do not hear it.
void set_cpu(rlim_t seconds) {
  lower(RLIMIT_CPU, seconds + 1);
  struct rlimit now {};
  if (getrlimit(RLIMIT_CPU, &now) != 0) return;
  now.rlim_cur = std::min(now.rlim_cur, seconds);
  setrlimit(RLIMIT_CPU, &now);
}

void set_limits(const ChildLimits& limits) {
  lower(RLIMIT_CORE, 0);
  lower(RLIMIT_NOFILE, kMostFiles);
  if (limits.cpu.count() > 0) set_cpu(static_cast<rlim_t>(limits.cpu.count()));
  if (limits.memory > 0) lower(RLIMIT_AS, limits.memory);
  if (limits.file_size > 0) lower(RLIMIT_FSIZE, limits.file_size);
  if (limits.stack > 0) set_stack(limits.stack);
}

void usual_signals() {
  struct sigaction usual {};
  usual.sa_handler = SIG_DFL;
  for (int signal = 1; signal < NSIG; ++signal) sigaction(signal, &usual, nullptr);
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void become(const Start& start) {
  usual_signals();
  setpgid(0, 0);  // so that its children can be ended with it
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != start.parent) _exit(127);  // it died before it could tell us
  dup2(start.in, 0);
  dup2(start.out, 1);
  dup2(start.err, 2);
  if (close_range(kFirstFree, ~0U, CLOSE_RANGE_CLOEXEC) != 0)
    for (int fd = kFirstFree; fd < static_cast<int>(kMostFiles); ++fd) fcntl(fd, F_SETFD, FD_CLOEXEC);
  set_limits(start.limits);
  execvpe(start.argv[0], start.argv.data(), start.environment.data());
  const int error = errno;
  static_cast<void>(!write(start.failure, &error, sizeof error));
  _exit(127);
}

// PR_SET_PDEATHSIG follows the thread that forked, and ours come and go: this one stays as long as the process.
class Forker {
 public:
  static Forker& the() {
    static Forker& forker = *new Forker;  // never destroyed, as its thread never ends
    return forker;
  }
  pid_t fork_for(const Start& start) {
    std::promise<pid_t> pid;
    {
      const std::lock_guard lock(mutex_);
      waiting_.push({&start, &pid});
    }
    changed_.notify_one();
    return pid.get_future().get();
  }

 private:
  struct Order {
    const Start* start;
    std::promise<pid_t>* pid;
  };

  Forker() {
    std::thread([this] { work(); }).detach();
  }
  [[noreturn]] void work() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !waiting_.empty(); });
      const Order order = waiting_.front();
      waiting_.pop();
      lock.unlock();
      const pid_t pid = fork();
      if (pid == 0) become(*order.start);
      order.pid->set_value(pid > 0 ? pid : -errno);
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<Order> waiting_;
};

std::unexpected<Error> cannot_start(const std::string& program, int error) {
  return fail(ErrorKind::Environment, "cannot start " + program + ": " + std::strerror(error));
}

}  // namespace

Result<Child> Child::start(const std::vector<std::string>& argv, const ChildLimits& limits) {
  // A child that dies before it has read its input must not take us with it.
  signal(SIGPIPE, SIG_IGN);
  Pipe in, out, err, failure;
  if (!in.open() || !out.open() || !err.open() || !failure.open())
    return fail(ErrorKind::Environment, std::string("cannot make a pipe: ") + std::strerror(errno),
                "raise the limit of open files (ulimit -n)");
  const std::vector<std::string> environment = clean_environment();
  const Start start{pointers_to(argv),   pointers_to(environment), limits,  in.read_end.get(), out.write_end.get(),
                    err.write_end.get(), failure.write_end.get(),  getpid()};
  int error = 0;
  const pid_t pid = start_group([&] {
    const pid_t forked = Forker::the().fork_for(start);
    if (forked < 0) return error = -forked, pid_t{-1};
    failure.write_end.close();
    // Nothing arrives, and the pipe ends, once it has become the program.
    while (read(failure.read_end.get(), &error, sizeof error) < 0 && errno == EINTR) {
    }
    return forked;
  });
  if (pid < 0) return cannot_start(argv[0], error);
  Child child(pid);
  if (error != 0) return cannot_start(argv[0], error);
  fcntl(in.write_end.get(), F_SETFL, O_NONBLOCK);
  child.in = std::move(in.write_end);
  child.out = std::move(out.read_end);
  child.err = std::move(err.read_end);
  return child;
}

Child::Child(Child&& other) noexcept
    : in(std::move(other.in)), out(std::move(other.out)), err(std::move(other.err)), pid_(std::exchange(other.pid_, -1)) {}

Child::~Child() { end(); }

bool Child::has_ended() const {
  siginfo_t info{};
  // Not yet reaped: as long as its number is taken, so is the group's.
  return waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid == pid_;
}

ChildEnd Child::end() {
  if (pid_ < 0) return {};
  kill(-pid_, SIGKILL);
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  forget_group(std::exchange(pid_, -1));
  if (WIFEXITED(status)) return {WEXITSTATUS(status), 0};
  return {128 + WTERMSIG(status), WTERMSIG(status)};
}

}  // namespace nbpublish
