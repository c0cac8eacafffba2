// The way in: Markdown and MDX files, through pandoc, to Documents.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "document/document.h"
#include "platform/file_system.h"
#include "platform/process.h"
#include "source/component.h"

namespace nbpublish {

struct SourceFile {
  std::string file;        // relative to the book's folder: names it in diagnostics
  std::string chapter;     // key of the chapter; Document::chapter
  std::string online_url;  // public page of the chapter, for component boxes; may be empty
  std::string text;        // bytes as they are on the disk
  std::string title{}, short_title{};  // go before the chapter's own
  std::string name{};      // in words: the title if there is no other
};

struct ReadResult {
  Document document;
  bool is_left_out = false;  // beyond a limit: nothing of its text is in the document
  DiagnosticSink diagnostics;
};

struct ReadOptions {
  ComponentFigures figures{};
  unsigned jobs = 1;  // batches of chapters go to this many pandoc processes
  std::size_t max_file_bytes = 2u << 20;
  int max_nesting = 100;  // of block quotes and lists
};

// Reads all files; results stand in the order of `files`. Author's mistakes are diagnostics of the
// chapter they are in; the only Error is that pandoc cannot be run, or is broken (Environment).
// A chapter that pandoc refuses costs that chapter, never its batch.
Result<std::vector<ReadResult>> read_chapters(const std::vector<SourceFile>& files,
                                              const ReadOptions& options, ProcessRunner& processes);

}  // namespace nbpublish
