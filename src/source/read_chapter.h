// The way in: Markdown and MDX files, through pandoc, to Documents.
#pragma once

#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "document/document.h"
#include "platform/process.h"
#include "source/read_options.h"
#include "source/source_file.h"

namespace nbpublish {

struct ReadResult {
  Document document;
  bool is_left_out = false;  // beyond a limit: nothing of its text is in the document
  DiagnosticSink diagnostics;
};

// Reads all files; results stand in the order of `files`. Author's mistakes are diagnostics of the
// chapter they are in; the only Error is that pandoc cannot be run, or is broken (Environment).
// A chapter that pandoc refuses costs that chapter, never its batch.
Result<std::vector<ReadResult>> read_chapters(const std::vector<SourceFile>& files, const ReadOptions& options, ProcessRunner& processes);

}  // namespace nbpublish
