// Which texts a volume needs, read and resolved.
#pragma once

#include <vector>

#include "base/result.h"
#include "pipeline/load_options.h"
#include "pipeline/loaded_volume.h"

namespace nbpublish {

// Reads the chapters of the volumes whose keys are given and the book's matter, all in one go, so that pandoc is started as
// seldom as possible; then resolves links and numbers. The other volumes are read only if a label is asked for that these
// do not have. In order of `volumes`. Where all volumes of the book are read, the last one's indexes of names are of the whole set
// if the manifest asks for that.
Result<std::vector<LoadedVolume>> load_volumes(const Book& book, const std::vector<const Volume*>& volumes, const LoadOptions& options,
                                               const FileSystem& files, ProcessRunner& processes, DiagnosticSink& diagnostics);

}  // namespace nbpublish
