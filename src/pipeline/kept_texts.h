// Texts that were read before: one that has not changed is not given to pandoc again, nor looked through again.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/hash.h"
#include "document/term_finder.h"
#include "graph/run_log.h"
#include "graph/store.h"
#include "pipeline/progress_function.h"
#include "pipeline/read_text.h"
#include "source/read_chapter.h"

namespace nbpublish {

// What texts are read with.
struct ReadPlan {
  ReadOptions options;
  const std::vector<IndexTerm>& terms;
  Store* store;  // of what was read before; null: nothing is kept
  ProcessRunner& processes;
  RunLog* log = nullptr;        // null: none is kept
  ProgressFunction progress{};  // may be empty
};

struct GivenText {
  SourceFile file;
  bool is_there = true;        // false: it could not be read, and is empty
  bool defines_terms = false;  // of ReadPlan::terms
};

// A text on its way.
struct StartedText {
  GivenText source;
  Hash128 key{};  // of all that reading depends on; zero if nothing is kept
  std::vector<DiagramFence> fences{};
  std::string read{};  // the ReadResult, encoded; empty if its fences are known from before
};

// The fences of each text. Those of which nothing is known are read, together, as read_chapters() does.
Result<std::vector<StartedText>> start_texts(std::vector<GivenText> sources, const ReadPlan& plan);

// understand() for each of them; `places` stand for the fences of all, in their order.
Result<std::vector<ReadText>> finish_texts(std::vector<StartedText> started, std::span<const PlacedDiagram> places, const ReadPlan& plan);

}  // namespace nbpublish
