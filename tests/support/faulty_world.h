// A disk and a starter of programs that fail at the n-th call.
#pragma once

#include <optional>
#include <string>

#include "platform/file_system.h"
#include "platform/process.h"

namespace nbpublish::testing {

enum class DiskFault {
  BrokenRead,     // the machine's fault
  RefusedRead,    // the file's: may not be read
  FullDisk,       // at a write
  RefusedFolder,  // may not be listed
};

// Passes calls on, but for the one that fails. From one thread.
class FaultyFiles final : public FileSystem {
 public:
  // `at`: the number of the call that fails, of reads, of writes or of listings, from 1; 0 = none.
  FaultyFiles(FileSystem& files, DiskFault fault, int at) : files_(files), fault_(fault), at_(at) {}

  // Calls of the kind that may fail, so far; the one that did is the last.
  int calls() const { return calls_; }
  const std::filesystem::path& failed() const { return failed_; }

  bool is_on_machine() const override { return false; }
  [[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path) const override {
    if (!files_.is_file(path)) return files_.read_file(path);
    if (fault_ == DiskFault::BrokenRead && is_turn(path)) return fail(ErrorKind::Environment, path.string() + ": input/output error");
    if (fault_ == DiskFault::RefusedRead && is_turn(path)) return fail(ErrorKind::Input, path.string() + ": permission denied");
    return files_.read_file(path);
  }
  [[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view bytes) override {
    if (fault_ == DiskFault::FullDisk && is_turn(path))
      return fail(ErrorKind::Environment, "cannot write " + path.string() + ": no space left on device");
    return files_.write_file(path, bytes);
  }
  [[nodiscard]] Result<FileFacts> stat(const std::filesystem::path& path) const override { return files_.stat(path); }
  [[nodiscard]] Status remove(const std::filesystem::path& path) override { return files_.remove(path); }
  [[nodiscard]] Result<std::vector<DirectoryEntry>> list_directory(const std::filesystem::path& path) const override {
    if (fault_ == DiskFault::RefusedFolder && is_turn(path))
      return fail(ErrorKind::Input, "cannot list " + path.string() + ": permission denied");
    return files_.list_directory(path);
  }
  std::filesystem::path real_path(const std::filesystem::path& path) const override { return files_.real_path(path); }

 private:
  FileSystem& files_;
  DiskFault fault_;
  int at_;
  mutable int calls_ = 0;
  mutable std::filesystem::path failed_;

  bool is_turn(const std::filesystem::path& path) const {
    if (++calls_ != at_) return false;
    failed_ = path;
    return true;
  }
};

enum class ChildFault { NotFound, Refused, Killed, TimedOut, TooLong, Nonsense };

class FaultyRunner final : public ProcessRunner {
 public:
  // `at`: the number of the run that fails, from 1; 0 = none.
  FaultyRunner(ProcessRunner& processes, ChildFault fault, int at) : processes_(processes), fault_(fault), at_(at) {}

  int calls() const { return calls_; }

  [[nodiscard]] Result<ProcessOutput> run(const ProcessRequest& request) override {
    if (++calls_ != at_) return processes_.run(request);
    ProcessOutput output;
    switch (fault_) {
      case ChildFault::NotFound:
        return fail(ErrorKind::Environment, "cannot start " + request.argv[0] + ": no such file or directory");
      case ChildFault::Refused:
        output.exit_code = 64, output.err = "what is this?";
        break;
      case ChildFault::Killed:
        output.exit_code = 128 + 9, output.signal = 9;
        break;
      case ChildFault::TimedOut:
        output.timed_out = true;
        break;
      case ChildFault::TooLong:
        output.too_long = true;
        break;
      case ChildFault::Nonsense:
        output.out = "{";
        break;
    }
    return output;
  }

 private:
  ProcessRunner& processes_;
  ChildFault fault_;
  int at_, calls_ = 0;
};

}  // namespace nbpublish::testing
