#include "platform/leavings.h"

#include <signal.h>
#include <unistd.h>

#include <mutex>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

namespace nbpublish {
namespace {

struct Registry {
  std::mutex one_at_a_time;
  std::set<std::filesystem::path> paths;
  std::set<pid_t> groups;
};

// Never destroyed: a signal may come while the program is on its way out.
Registry& registry() {
  static Registry& the = *new Registry;
  return the;
}

void end_by(int signal) {
  // Kept for good: whoever would start or finish something now waits until the process is gone.
  registry().one_at_a_time.lock();
  for (const pid_t group : registry().groups) kill(-group, SIGKILL);
  for (const std::filesystem::path& path : registry().paths) {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  struct sigaction usual {};
  usual.sa_handler = SIG_DFL;
  sigaction(signal, &usual, nullptr);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal);
  kill(getpid(), signal);
  pthread_sigmask(SIG_UNBLOCK, &only, nullptr);  // here it arrives
}

}  // namespace

void end_tidily_on_signals() {
  static sigset_t awaited;
  sigemptyset(&awaited);
  bool any = false;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    struct sigaction now {};
    if (sigaction(signal, nullptr, &now) != 0 || now.sa_handler == SIG_IGN) continue;
    sigaddset(&awaited, signal);
    any = true;
  }
  if (!any) return;
  registry();
  pthread_sigmask(SIG_BLOCK, &awaited, nullptr);  // of all threads that are to come
  std::thread([] {
    int signal = 0;
    while (sigwait(&awaited, &signal) != 0) {
    }
    end_by(signal);
  }).detach();
}

Leaving::Leaving(const std::function<std::filesystem::path()>& make) {
  const std::lock_guard lock(registry().one_at_a_time);
  path_ = make();
  if (!path_.empty()) registry().paths.insert(path_);
}

Leaving::Leaving(Leaving&& other) noexcept : path_(std::exchange(other.path_, {})) {}

Leaving::~Leaving() {
  if (path_.empty()) return;
  const std::lock_guard lock(registry().one_at_a_time);
  registry().paths.erase(path_);
}

pid_t start_group(const std::function<pid_t()>& start) {
  const std::lock_guard lock(registry().one_at_a_time);
  const pid_t leader = start();
  if (leader > 0) registry().groups.insert(leader);
  return leader;
}

void forget_group(pid_t leader) {
  const std::lock_guard lock(registry().one_at_a_time);
  registry().groups.erase(leader);
}

void undisturbed(const std::function<void()>& work) {
  const std::lock_guard lock(registry().one_at_a_time);
  work();
}

}  // namespace nbpublish
