// Child: a program that was started without a shell, held by limits, and gone when its owner is.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "platform/descriptor.h"

namespace nbpublish {

// Of each process of the group; zero: as our own.
struct ChildLimits {
  std::chrono::seconds cpu{0};
  std::uint64_t memory = 0;  // bytes of addresses, those of libraries and stacks too
  std::uint64_t stack = 0;
  std::uint64_t file_size = 0;
};

struct ChildEnd {
  int exit_code = 0;  // 128 + signal if killed
  int signal = 0;     // that killed it, or 0
};

class Child {
 public:
  // argv[0] is looked up in PATH. The program gets three pipes, no other descriptor, the usual signals, a group of its own, no
  // core dumps, and of the environment PATH, HOME and TMPDIR, in the locale C.UTF-8. It dies with this process, whatever
  // ends that. An Environment error says what the system says.
  static Result<Child> start(const std::vector<std::string>& argv, const ChildLimits& limits);
  Child(Child&& other) noexcept;
  Child& operator=(Child&&) = delete;
  ~Child();

  Descriptor in, out, err;  // our ends of its standard streams; `in` does not block

  // Whether the program has ended by itself, though children of its own may not have.
  bool has_ended() const;
  // Kills what is left of the group, and waits for the program. Once.
  ChildEnd end();

 private:
  explicit Child(pid_t pid) : pid_(pid) {}
  pid_t pid_;
};

}  // namespace nbpublish
