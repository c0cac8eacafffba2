// How texts are loaded, and with what.
#pragma once

#include "book/book.h"
#include "graph/run_log.h"
#include "graph/store.h"
#include "pipeline/draw_fences.h"
#include "pipeline/progress_function.h"
#include "platform/file_system.h"
#include "platform/process.h"

namespace nbpublish {

struct LoadOptions {
  bool early_access = false;  // takes drafts, and shows planned topics
  unsigned jobs = 1;
  DiagramPlan diagrams{};
  Store* store = nullptr;  // of what was read before; null: nothing is kept
  RunLog* log = nullptr;   // null: none is kept
  ProgressFunction progress{};
  bool one_at_a_time = false;  // of several volumes each is put away: note [away] in loaded_volume.h
};

// What all phases of loading are given.
struct Loading {
  const Book& book;
  const LoadOptions& options;
  const FileSystem& files;
  ProcessRunner& processes;
};

}  // namespace nbpublish
