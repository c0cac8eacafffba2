// The way in: Markdown and MDX files, through pandoc, to Documents.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
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

// Takes what was read of the file with that number, as soon as it is; in any order, from several threads at once.
using TakeRead = std::function<void(std::size_t file, ReadResult read)>;

// Reads all files, some at a time, so that memory does not grow with their number. Author's mistakes are diagnostics of the
// chapter they are in; the only Error is that pandoc cannot be run, or is broken (Environment).
// A chapter that pandoc refuses costs that chapter, never its batch.
Status read_chapters(std::span<const SourceFile> files, const ReadOptions& options, ProcessRunner& processes, const TakeRead& take);
// The same, in the order of `files`.
Result<std::vector<ReadResult>> read_chapters(const std::vector<SourceFile>& files, const ReadOptions& options, ProcessRunner& processes);

}  // namespace nbpublish
