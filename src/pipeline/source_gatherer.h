// SourceGatherer: the files of texts that are to be read in one go.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "book/book.h"
#include "diag/diagnostic.h"
#include "platform/file_system.h"
#include "source/source_file.h"

namespace nbpublish {

struct GatheredSources {
  std::vector<SourceFile> sources;
  std::set<std::string> unread;  // keys of those that could not be read: their texts are empty
};

class SourceGatherer {
 public:
  // Borrows all three. A file that cannot be read is told of, and leaves the others to be read.
  SourceGatherer(const Book& book, const FileSystem& files, DiagnosticSink& diagnostics)
      : book_(book), files_(files), diagnostics_(diagnostics) {}

  void add_chapter(const Chapter& chapter);
  void add_matter(MatterId id, const std::string& file);

  // What was added, in that order; the first error of the machine, if it could not read one of them.
  Result<GatheredSources> take();

 private:
  SourceFile& add_file(const std::string& file, const std::string& key);

  const Book& book_;
  const FileSystem& files_;
  DiagnosticSink& diagnostics_;
  GatheredSources gathered_;
  std::optional<Error> refusal_;
};

}  // namespace nbpublish
