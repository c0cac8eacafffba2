#include "platform/child.h"

#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <thread>

using namespace nbpublish;
using namespace std::chrono_literals;

namespace {

std::string said_by(Child& child) {
  std::string out;
  char buffer[4096];
  for (ssize_t n; (n = read(child.out.get(), buffer, sizeof buffer)) > 0;) out.append(buffer, static_cast<std::size_t>(n));
  return out;
}

Child start(const std::string& script, const ChildLimits& limits = {}) {
  auto child = Child::start({"sh", "-c", script}, limits);
  REQUIRE(child);
  return std::move(*child);
}

bool ends_by_itself(const Child& child) {
  for (int i = 0; i < 3000 && !child.has_ended(); ++i) std::this_thread::sleep_for(10ms);
  return child.has_ended();
}

}  // namespace

TEST_CASE("A child has the limits that it is given") {
  Child child = start("ulimit -c; ulimit -s; ulimit -f; ulimit -v; ulimit -t",
                      {.cpu = 7s, .memory = 512u << 20, .stack = 4u << 20, .file_size = 1u << 20});
  // dash counts files in blocks of 512 bytes, bash in kilobytes.
  const std::string said = said_by(child);
  CHECK((said == "0\n4096\n2048\n524288\n7\n" || said == "0\n4096\n1024\n524288\n7\n"));
}

TEST_CASE("A child ends at its limit of processor time, by a signal that says so") {
  Child child = start("while :; do :; done", {.cpu = 1s});
  CHECK(ends_by_itself(child));
  CHECK(child.end().signal == SIGXCPU);
}

TEST_CASE("A child that takes too much memory fails, not the machine") {
  Child child = start("head -c 400000000 /dev/zero | tail >/dev/null 2>&1 && echo had it || echo refused", {.memory = 100u << 20});
  CHECK(said_by(child) == "refused\n");
}

TEST_CASE("A child ends with its owner") {
  std::string pid;
  {
    Child child = start("echo $$; exec >&-; exec sleep 1001");
    pid = said_by(child);
    CHECK_FALSE(child.has_ended());
  }
  CHECK(kill(std::stoi(pid), 0) == -1);
}

TEST_CASE("A child outlives the thread that has started it") {
  std::unique_ptr<Child> child;
  std::thread([&] { child = std::make_unique<Child>(start("read line; echo heard $line")); }).join();
  std::this_thread::sleep_for(100ms);
  REQUIRE(write(child->in.get(), "you\n", 4) == 4);
  CHECK(said_by(*child) == "heard you\n");
}
