// The custom reader that lets one pandoc process read several chapters apart from each other.
#pragma once

#include <string>

#include "base/result.h"
#include "platform/temporary_folder.h"

namespace nbpublish {

// pandoc takes a custom reader only as a file: this is that file, and one of options that names it
// (pandoc 2.17 puts the value of --from into lower case, so a path cannot be given there), in a private
// folder that goes with the object.
class PandocReader {
 public:
  static Result<PandocReader> create();

  // For pandoc's --defaults: everything but the limits of its run-time system.
  std::string options_path() const { return (folder_.path() / "options.yaml").string(); }

 private:
  bool write_files() const;
  explicit PandocReader(TemporaryFolder folder) : folder_(std::move(folder)) {}
  TemporaryFolder folder_;
};

}  // namespace nbpublish
