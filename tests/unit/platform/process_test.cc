#include "platform/process.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <thread>

using namespace nbpublish;
using namespace std::chrono_literals;

namespace {

ProcessOutput run(ProcessRequest request) {
  auto output = RealProcessRunner().run(request);
  REQUIRE(output);
  return *output;
}
ProcessOutput run_script(const std::string& script, std::chrono::milliseconds timeout = 30s) {
  return run({{"sh", "-c", script}, "", timeout});
}

// A process that is neither gone nor waiting to be reaped.
bool lives(const std::string& pid) {
  std::ifstream file("/proc/" + pid + "/stat");
  std::string stat;
  return std::getline(file, stat) && stat[stat.rfind(')') + 2] != 'Z';
}
bool is_soon_gone(const std::string& pid) {
  for (int i = 0; i < 500 && lives(pid); ++i) std::this_thread::sleep_for(10ms);
  return !lives(pid);
}
std::string line(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

class Stopwatch {
 public:
  bool is_under(std::chrono::milliseconds most) const { return std::chrono::steady_clock::now() - start_ < most; }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace

TEST_CASE("A program's output, errors and exit code are told apart") {
  const ProcessOutput output = run({{"sh", "-c", "cat; echo wrong >&2; exit 3"}, "words"});
  CHECK(output.out == "words");
  CHECK(output.err == "wrong\n");
  CHECK(output.exit_code == 3);
  CHECK(output.signal == 0);
  CHECK_FALSE(output.is_done());
  CHECK(how_it_ended(output) == "ended with exit code 3");
  CHECK(run_script("exit 0").is_done());
}

TEST_CASE("A program that is killed is no program that failed") {
  const ProcessOutput output = run_script("kill -KILL $$");
  CHECK(output.signal == SIGKILL);
  CHECK(output.exit_code == 128 + SIGKILL);
  CHECK_FALSE(output.timed_out);
  CHECK_FALSE(output.too_long);
  CHECK(how_it_ended(output) == "was killed by signal 9 (Killed)");
}

TEST_CASE("A program that is not there is an error that says so") {
  const auto output = RealProcessRunner().run({{"nbp-no-such-program"}, ""});
  REQUIRE_FALSE(output);
  CHECK(output.error().kind == ErrorKind::Environment);
  CHECK(output.error().message == "cannot start nbp-no-such-program: No such file or directory");
}

TEST_CASE("A program has a deadline") {
  SECTION("while it says nothing") { CHECK(run_script("exec sleep 1001", 200ms).timed_out); }
  SECTION("while it talks") { CHECK(run_script("while :; do echo x; sleep 0.01; done", 200ms).timed_out); }
  SECTION("after it has closed its outputs") { CHECK(run_script("exec >&- 2>&-; exec sleep 1001", 200ms).timed_out); }
  SECTION("though it ignores what it can") {
    CHECK(run_script("trap '' TERM INT HUP XCPU; while :; do sleep 1001; done", 200ms).timed_out);
  }
}

TEST_CASE("A program that closes its outputs may still do its work") {
  const ProcessOutput output = run_script("exec >&- 2>&-; sleep 0.2; exit 5");
  CHECK(output.exit_code == 5);
  CHECK_FALSE(output.timed_out);
}

TEST_CASE("Output without end is cut") {
  const ProcessOutput output = run({.argv = {"yes"}, .input = {}, .timeout = 30s, .most_output = 1u << 20});
  CHECK(output.too_long);
  CHECK(output.out.size() == 1u << 20);
  CHECK(how_it_ended(output) == "did not end its output");
  CHECK_FALSE(output.is_done());
  CHECK(run({.argv = {"sh", "-c", "printf 1234"}, .input = {}, .timeout = 30s, .most_output = 4}).is_done());
}

TEST_CASE("Messages without end are cut, and of many the first are kept") {
  const ProcessOutput endless = run_script("exec yes >&2");
  CHECK(endless.too_long);
  CHECK(endless.err.size() == 1u << 20);
  const ProcessOutput many = run_script("yes | head -c 3000000 >&2");
  CHECK(many.is_done());
  CHECK(many.err.size() == 1u << 20);
}

TEST_CASE("A program need not read its input") {
  CHECK(run({{"sh", "-c", "exit 4"}, std::string(10'000'000, 'x')}).exit_code == 4);
  CHECK(run({{"wc", "-c"}, std::string(3'000'000, 'x')}).out == "3000000\n");
}

TEST_CASE("What a program has started ends with it") {
  SECTION("when it ends by itself, and is not waited for") {
    const Stopwatch watch;
    const ProcessOutput output = run_script("sleep 1001 & echo $!");
    CHECK(output.is_done());
    CHECK(watch.is_under(20s));
    CHECK(is_soon_gone(line(output.out)));
  }
  SECTION("though it goes on talking") {
    const Stopwatch watch;
    const ProcessOutput output = run_script("echo begun; (while :; do echo x; sleep 0.01; done) & exit 0");
    CHECK(output.out.starts_with("begun\n"));
    CHECK(watch.is_under(20s));
  }
  SECTION("when its time is over") {
    const ProcessOutput output = run_script("sleep 1001 & echo $!; wait", 500ms);
    CHECK(output.timed_out);
    CHECK(is_soon_gone(line(output.out)));
  }
}

TEST_CASE("A program's environment is a few variables and one locale") {
  setenv("NBP_TEST_SECRET", "token", 1);
  setenv("LC_MESSAGES", "de_DE.UTF-8", 1);
  const std::string out = run({{"env"}, ""}).out;
  unsetenv("NBP_TEST_SECRET");
  unsetenv("LC_MESSAGES");
  CHECK(out.find("NBP_TEST_SECRET") == std::string::npos);
  CHECK(out.find("LC_MESSAGES") == std::string::npos);
  CHECK(out.find("LC_ALL=C.UTF-8\n") != std::string::npos);
  CHECK(out.find("\nPATH=" + std::string(getenv("PATH")) + "\n") != std::string::npos);
}

TEST_CASE("A program has the usual signals and no descriptor of ours") {
  const int leaked = open("/dev/null", O_RDONLY);  // without O_CLOEXEC
  REQUIRE(leaked >= 0);
  CHECK(run_script("kill -PIPE $$; echo survived").signal == SIGPIPE);
  CHECK(run_script("test -e /proc/$$/fd/" + std::to_string(leaked) + " && echo open || echo closed").out == "closed\n");
  close(leaked);
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &blocked, &before);
  CHECK(run_script("kill -TERM $$; echo survived").signal == SIGTERM);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}
