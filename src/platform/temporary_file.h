// TemporaryFile: a new file beside the place that it is made for.
#pragma once

#include <expected>
#include <filesystem>
#include <string_view>
#include <utility>

#include "platform/descriptor.h"
#include "platform/leavings.h"

namespace nbpublish {

// note [temporary files]: a run holds a lock on each of its temporary files, which the system takes away with the run,
// however it ends. So a file without a lock is of a dead run, on whatever machine it ran and whoever has its number now.
class TemporaryFile {
 public:
  // In `folder`, under a name that nobody can foresee; never one that was there, never through a link. Or errno.
  static std::expected<TemporaryFile, int> make(const std::filesystem::path& folder);
  TemporaryFile(TemporaryFile&&) = default;
  TemporaryFile& operator=(TemporaryFile&&) = delete;
  // Removes what has the name, unless the name was given up.
  ~TemporaryFile();

  // Zero, or errno.
  int write(std::string_view bytes);
  int sync();

  const std::filesystem::path& path() const { return name_.path(); }
  // The file has another name now.
  void give_up_name() { is_renamed_ = true; }

 private:
  TemporaryFile(Descriptor file, Leaving name) : file_(std::move(file)), name_(std::move(name)) {}
  Descriptor file_;
  Leaving name_;
  bool is_renamed_ = false;
};

// Removes temporary files in `folder` that dead runs left.
void sweep_temporary_files(const std::filesystem::path& folder);

}  // namespace nbpublish
