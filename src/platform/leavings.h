// What must not outlive the process: programs it has started, folders and files that are only in the making.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>

namespace nbpublish {

// From now on INT, TERM, HUP and QUIT end the groups of all children and remove what is registered here, and only then end
// the process, by that signal. Signals that are ignored (nohup) stay ignored. Call it in main, before there are threads.
void end_tidily_on_signals();

// A path that is removed, with everything in it, if a signal ends the process while this lives.
class Leaving {
 public:
  // `make` creates it; both happen before any signal or after it. An empty path of `make` registers nothing.
  explicit Leaving(const std::function<std::filesystem::path()>& make);
  Leaving(Leaving&& other) noexcept;
  Leaving& operator=(Leaving&&) = delete;
  ~Leaving();  // forgets it; does not remove it

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The same for a group of processes. `start` gives its leader, or -1.
pid_t start_group(const std::function<pid_t()>& start);
void forget_group(pid_t leader);

// No signal that is awaited ends the process while `work` runs: what belongs together is done together. It must be short,
// and neither make nor end what is registered here.
void undisturbed(const std::function<void()>& work);

}  // namespace nbpublish
