// Whole runs that are known from before: where a run asks for what one has made, and would be told the same by the disk, it makes nothing.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "diag/diagnostic.h"
#include "graph/store.h"
#include "pipeline/made_files.h"
#include "pipeline/options.h"
#include "platform/recorded_files.h"

namespace nbpublish {

struct KeptRun;

class KeptRuns {
 public:
  // Of one request. Borrows all three.
  KeptRuns(Store& store, const RunOptions& options, FileSystem& files);

  // What such a run made, in its places again, and what it said, which is added to `diagnostics`. Nothing if none is known, or if one of
  // its files is neither in its place nor in the store: then nothing was changed.
  std::optional<std::vector<MadeFile>> find(DiagnosticSink& diagnostics);
  // The paths of what find() would give, with nothing told and nothing put in its place.
  std::optional<std::vector<std::filesystem::path>> foresee() const;
  // A run that has ended well: what it saw, made and said. One that was told different things of one file is not kept, nor one
  // that left something out for want of a tool, of time or of memory, which may be there the next time.
  void keep(const RecordedFiles& seen, const std::vector<MadeFile>& made, const DiagnosticSink& diagnostics);

 private:
  Store& store_;
  const RunOptions& options_;
  FileSystem& files_;
  Hash128 key_;

  std::filesystem::path path_of(const std::string& seen) const;
  std::string name_of(const std::string& path) const;
  std::optional<KeptRun> known(const std::shared_ptr<const std::string>& bytes) const;
  bool put_in_place(const std::vector<MadeFile>& made, const std::vector<Hash128>& hashes);
};

}  // namespace nbpublish
