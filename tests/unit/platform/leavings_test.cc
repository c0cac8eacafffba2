// What must not outlive the process does not, however a real process ends.
#include "platform/leavings.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>

#include "platform/file_system.h"
#include "platform/temporary_folder.h"

using namespace nbpublish;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

// A folder that is not registered: a process that is forked here must leave it.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "leavings-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  fs::path operator/(const char* name) const { return path / name; }
  std::string names() const {
    std::string out;
    for (const DirectoryEntry& entry : RealFileSystem().list_directory(path).value_or(std::vector<DirectoryEntry>()))
      out += entry.name + " ";
    return out;
  }
};

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }
std::string text_of(const fs::path& path) { return RealFileSystem().read_file(path).value_or(""); }

// How a process ended in which `work` ran, as waitpid tells. Of the threads of this one it has none.
int end_of_process(const std::function<void()>& work) {
  const pid_t pid = fork();
  if (pid == 0) {
    alarm(20);  // whatever goes wrong
    work();
    _exit(7);
  }
  int status = 0;
  REQUIRE(waitpid(pid, &status, 0) == pid);
  return status;
}

bool is_gone(pid_t pid) {
  for (int i = 0; i < 500 && kill(pid, 0) == 0; ++i) std::this_thread::sleep_for(10ms);
  return kill(pid, 0) != 0;
}

void wait_to_be_ended() { std::this_thread::sleep_for(30s); }

pid_t start_sleep() {
  return start_group([] {
    const pid_t pid = fork();
    if (pid == 0) {
      setpgid(0, 0);
      execlp("sleep", "sleep", "1002", nullptr);
      _exit(127);
    }
    setpgid(pid, pid);
    return pid;
  });
}

}  // namespace

TEST_CASE("a signal ends the process by itself, with its folders and its children") {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    const Folder folder;
    const int status = end_of_process([&] {
      end_tidily_on_signals();
      setenv("TMPDIR", folder.path.c_str(), 1);
      const auto temporary = TemporaryFolder::make();
      const Leaving file([&] {
        write(folder / "half", "written");
        return folder / "half";
      });
      const pid_t forgotten = start_sleep();
      forget_group(forgotten);
      kill(forgotten, SIGKILL);
      write(folder / "pid", std::to_string(start_sleep()));
      if (!temporary || !fs::exists(folder / "half")) _exit(1);
      kill(getpid(), signal);
      wait_to_be_ended();
    });
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == signal);
    CHECK(folder.names() == "pid ");
    CHECK(is_gone(std::stoi(text_of(folder / "pid"))));
  }
}

TEST_CASE("a signal that is ignored stays ignored") {
  const int status = end_of_process([] {
    signal(SIGHUP, SIG_IGN);
    end_tidily_on_signals();
    kill(getpid(), SIGHUP);
    std::this_thread::sleep_for(100ms);
    _exit(0);
  });
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("what must not be parted is done before a signal ends the process") {
  const Folder folder;
  const int status = end_of_process([&] {
    end_tidily_on_signals();
    undisturbed([&] {
      kill(getpid(), SIGTERM);
      std::this_thread::sleep_for(200ms);
      write(folder / "done", "whole");
    });
    wait_to_be_ended();
  });
  CHECK(WIFSIGNALED(status));
  CHECK(text_of(folder / "done") == "whole");
}

TEST_CASE("what is forgotten stays") {
  const Folder folder;
  const int status = end_of_process([&] {
    end_tidily_on_signals();
    {
      const Leaving file([&] {
        write(folder / "kept", "words");
        return folder / "kept";
      });
    }
    kill(getpid(), SIGTERM);
    wait_to_be_ended();
  });
  CHECK(WIFSIGNALED(status));
  CHECK(text_of(folder / "kept") == "words");
}
