// pandoc, invoked: several chapters in one process, each parsed on its own.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "platform/process.h"
#include "source/pandoc_reader.h"
#include "source/syntax.h"

namespace nbpublish {

// What pandoc made of one chapter: its tree, or why there is none.
struct PandocChapter {
  SyntaxNode tree;
  std::string failure;  // empty = read
  bool timed_out = false;
};

class Pandoc {
 public:
  // Starts nothing yet. Borrows the runner. An Environment error if there is no room for its reader's file.
  static Result<Pandoc> with(ProcessRunner& processes);

  // Reads the chapters as GitHub-flavoured Markdown in one process; results stand in the order of `texts`. A chapter that ends its process
  // is tried alone, so it costs nobody else. An Environment error if pandoc cannot be started, is killed, lacks memory or files, or does
  // not read the simplest text either. Several threads may ask at once.
  Result<std::vector<PandocChapter>> read(const std::vector<std::string>& texts) const;

 private:
  Pandoc(PandocReader reader, ProcessRunner& processes) : reader_(std::move(reader)), processes_(&processes) {}
  PandocReader reader_;
  ProcessRunner* processes_;
};

}  // namespace nbpublish
