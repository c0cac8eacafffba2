// Which texts a volume needs, read and resolved.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "book/book.h"
#include "book/volume_texts.h"
#include "diag/diagnostic.h"
#include "document/document.h"
#include "document/index.h"
#include "document/name_index.h"
#include "graph/run_log.h"
#include "graph/store.h"
#include "pipeline/place_diagrams.h"
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
};

// What owns the texts of a volume, resolved.
struct LoadedVolume {
  std::map<std::string, Document> chapters;  // by their keys
  std::map<MatterId, Document> matter;
  PlacedDiagrams diagrams;             // of all volumes that were read
  BookIndex index;                     // empty if nothing is marked
  std::vector<NamePlace> name_places;  // of the volume
  NameIndexes names;                   // those that the manifest asks for
  std::vector<std::string> unread;     // files of chapters and matter that could not be read: their documents are empty

  // Refers to all of them. Planned topics are empty in an early-access build and left out of any other.
  VolumeTexts texts(const Book& book, const Volume& volume, bool early_access) const;
};

// Reads the chapters of the volumes whose keys are given and the book's matter, all in one go, so that pandoc is started as
// seldom as possible; then resolves links and numbers. The other volumes are read only if a label is asked for that these
// do not have. In order of `volumes`. Where all volumes of the book are read, the last one's indexes of names are of the whole set
// if the manifest asks for that.
Result<std::vector<LoadedVolume>> load_volumes(const Book& book, const std::vector<const Volume*>& volumes, const LoadOptions& options,
                                               const FileSystem& files, ProcessRunner& processes, DiagnosticSink& diagnostics);

}  // namespace nbpublish
