// The custom reader that lets one pandoc process read several chapters apart from each other.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "base/result.h"

namespace nbpublish {

// pandoc takes a custom reader only as a file: this is that file, and one of options that names it
// (pandoc 2.17 puts the value of --from into lower case, so a path cannot be given there), in a private
// folder that goes with the object.
class PandocReader {
 public:
  static Result<PandocReader> create();
  PandocReader(PandocReader&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}
  PandocReader& operator=(PandocReader&&) = delete;
  ~PandocReader();

  // For pandoc's --defaults: everything but the limits of its run-time system.
  std::string options_path() const { return (folder_ / "options.yaml").string(); }

 private:
  bool write_files() const;
  explicit PandocReader(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::filesystem::path folder_;
};

}  // namespace nbpublish
