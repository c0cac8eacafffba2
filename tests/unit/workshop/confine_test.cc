#include "workshop/confine.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <cerrno>
#include <fstream>
#include <string>
#include <thread>

namespace {

// What `confined` says in a process that has been confined.
bool holds(bool (*confined)()) {
  const pid_t pid = fork();
  if (pid == 0) {
    nbpublish::confine();
    _exit(confined() ? 0 : 1);
  }
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool is_refused(int result) { return result == -1 && errno == EPERM; }

}  // namespace

TEST_CASE("A confined process writes nothing, starts nothing and reaches nobody") {
  CHECK(holds([] { return is_refused(open("/tmp/nbp-confined", O_WRONLY | O_CREAT, 0600)); }));
  CHECK(holds([] { return is_refused(open("/dev/null", O_RDWR)); }));
  CHECK(holds([] { return is_refused(unlink("/tmp/nbp-confined")); }));
  CHECK(holds([] { return is_refused(socket(AF_INET, SOCK_STREAM, 0)); }));
  CHECK(holds([] { return is_refused(fork()); }));
  CHECK(holds([] { return is_refused(execl("/bin/true", "true", nullptr)); }));
}

TEST_CASE("A confined process reads files, has threads and memory") {
  CHECK(holds([] {
    std::ifstream file("/proc/self/stat");
    std::string word;
    return static_cast<bool>(file >> word);
  }));
  CHECK(holds([] {
    bool ran = false;
    std::thread([&] { ran = true; }).join();
    return ran;
  }));
  CHECK(holds([] { return std::string(50'000'000, 'x').back() == 'x'; }));
}
