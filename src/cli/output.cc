#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "cli/exit_codes.h"

namespace nbpublish {
namespace {

// One of the two streams, and what went wrong with it first.
struct Stream {
  int descriptor;
  int error = 0;

  void write(std::string_view text) {
    while (error == 0 && !text.empty()) {
      const ssize_t n = ::write(descriptor, text.data(), text.size());
      if (n >= 0) text.remove_prefix(static_cast<std::size_t>(n));
      else if (errno == EAGAIN) wait();
      else if (errno != EINTR) error = errno;
    }
  }

  bool has_lost() const { return error != 0 && error != EPIPE; }

 private:
  // The other end of a pipe may have made it one that doesn't wait.
  void wait() const {
    pollfd ready{descriptor, POLLOUT, 0};
    poll(&ready, 1, -1);
  }
};

Stream results{STDOUT_FILENO}, messages{STDERR_FILENO};

}  // namespace

void open_output() {
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest number that is free: this one. Read-only, so that writing to it fails as to a closed one.
    if (open("/dev/null", O_RDONLY) != descriptor) return;
  }
}

void print_result(std::string_view text) { results.write(text); }
void print_message(std::string_view text) { messages.write(text); }

int finish_output(int code, bool messages_are_results) {
  if (results.has_lost())
    print_message(fmt::format("nbpublish: cannot write to standard output: {}\n", std::generic_category().message(results.error)));
  return results.has_lost() || (messages_are_results && messages.has_lost()) ? kEnvironment : code;
}

}  // namespace nbpublish
