#include "platform/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

extern char** environ;

namespace nbpublish {
namespace {

// Both ends of a pipe, closed on destruction.
struct Pipe {
  int read_end = -1, write_end = -1;
  bool open() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return false;
    read_end = ends[0];
    write_end = ends[1];
    return true;
  }
  static void close_end(int& fd) {
    if (fd >= 0) close(fd);
    fd = -1;
  }
  ~Pipe() {
    close_end(read_end);
    close_end(write_end);
  }
};

struct Pipes {
  Pipe in, out, err;
};

Result<pid_t> spawn(const ProcessRequest& request, Pipes& pipes) {
  std::vector<char*> argv;
  for (const std::string& a : request.argv) argv.push_back(const_cast<char*>(a.c_str()));
  argv.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipes.in.read_end, 0);
  posix_spawn_file_actions_adddup2(&actions, pipes.out.write_end, 1);
  posix_spawn_file_actions_adddup2(&actions, pipes.err.write_end, 2);
  // A group of its own, so that a time-out ends its children too.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  pid_t pid = 0;
  const int error = posix_spawnp(&pid, argv[0], &actions, &attributes, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error != 0)
    return fail(ErrorKind::Environment, "cannot start " + request.argv[0] + ": " + std::strerror(error));
  return pid;
}

// Reads what is there into `sink`; closes the descriptor at its end.
void drain(int& fd, std::string& sink) {
  char buffer[65536];
  const ssize_t n = read(fd, buffer, sizeof buffer);
  if (n > 0) {
    sink.append(buffer, static_cast<std::size_t>(n));
  } else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
    Pipe::close_end(fd);
  }
}

// Feeds input and collects both outputs until they end or the deadline passes.
void exchange(const ProcessRequest& request, Pipes& pipes, pid_t pid, ProcessOutput& result) {
  const auto deadline = std::chrono::steady_clock::now() + request.timeout;
  std::size_t written = 0;
  fcntl(pipes.in.write_end, F_SETFL, O_NONBLOCK);
  if (request.input.empty()) Pipe::close_end(pipes.in.write_end);
  while (pipes.out.read_end >= 0 || pipes.err.read_end >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      kill(-pid, SIGKILL);
      result.timed_out = true;
      return;
    }
    pollfd fds[3] = {{pipes.out.read_end, POLLIN, 0}, {pipes.err.read_end, POLLIN, 0}, {pipes.in.write_end, POLLOUT, 0}};
    if (poll(fds, 3, static_cast<int>(left.count())) < 0 && errno != EINTR) return;
    if (fds[0].revents != 0) drain(pipes.out.read_end, result.out);
    if (fds[1].revents != 0) drain(pipes.err.read_end, result.err);
    if (fds[2].revents != 0 && pipes.in.write_end >= 0) {
      const ssize_t n = write(pipes.in.write_end, request.input.data() + written, request.input.size() - written);
      if (n > 0) written += static_cast<std::size_t>(n);
      if (written == request.input.size() || (n < 0 && errno != EAGAIN && errno != EINTR))
        Pipe::close_end(pipes.in.write_end);
    }
  }
}

}  // namespace

Result<ProcessOutput> RealProcessRunner::run(const ProcessRequest& request) {
  Pipes pipes;
  if (!pipes.in.open() || !pipes.out.open() || !pipes.err.open())
    return fail(ErrorKind::Environment, "cannot make a pipe", "raise the limit of open files (ulimit -n)");
  // A child that dies before reading its input must not take us with it.
  signal(SIGPIPE, SIG_IGN);
  NBP_TRY_ASSIGN(const pid_t pid, spawn(request, pipes));
  Pipe::close_end(pipes.in.read_end);
  Pipe::close_end(pipes.out.write_end);
  Pipe::close_end(pipes.err.write_end);

  ProcessOutput result;
  exchange(request, pipes, pid, result);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace nbpublish
