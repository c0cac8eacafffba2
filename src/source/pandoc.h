// pandoc, invoked: several chapters in one process, each parsed on its own.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "platform/process.h"
#include "source/syntax.h"

namespace nbpublish {

// What pandoc made of one chapter: its tree, or why there is none.
struct PandocChapter {
  SyntaxNode tree;
  std::string failure;  // empty = read
  bool timed_out = false;
};

// Reads the chapters as GitHub-flavoured Markdown on at most `jobs` processes; results stand in the
// order of `texts`. A chapter that ends its process is tried alone, so it costs nobody else. An Environment error if pandoc
// cannot be started, is killed, lacks memory or files, or does not read the simplest text either.
Result<std::vector<PandocChapter>> run_pandoc(const std::vector<std::string>& texts, unsigned jobs, ProcessRunner& processes);

}  // namespace nbpublish
