// The book of a run, read: what every recipe begins with.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "book/book.h"
#include "diag/diagnostic.h"
#include "figure/picture_maker.h"
#include "pipeline/environment.h"
#include "pipeline/load_documents.h"
#include "pipeline/options.h"
#include "pipeline/typography.h"
#include "pipeline/volume_build.h"

namespace nbpublish {

// Everything that is read before the first volume is made.
struct Prepared {
  Book book;
  std::vector<const Volume*> volumes;
  std::optional<Volume> omnibus;         // of these, if it is wanted
  std::vector<Edition> editions;         // of the PDFs that are wanted
  std::optional<Edition> print;          // the edition whose pages the ebook lists
  std::optional<Typography> typography;  // if pages are to be made
  std::unique_ptr<PictureMaker> pictures;
  std::unique_ptr<PackStore> packs;  // if anything is kept
  std::vector<LoadedVolume> loaded;  // of the volumes, then of the omnibus
};

enum class Purpose : std::uint8_t { Text, Pages, Redraw };  // Redraw: pages, all their diagrams drawn anew

// What of it is read follows from the request. What is returned keeps its place: its parts refer to one another.
Result<std::unique_ptr<Prepared>> prepare(const RunOptions& options, Purpose purpose, Environment env, DiagnosticSink& diagnostics);

// The volume, one of those that are `loaded` in `prepared`, with its pictures. `prepared` must outlive it. If pages are to be made, the
// other volumes are put away: then no build goes on when the next is started.
VolumeBuild start_build(Prepared& prepared, const Volume& volume, LoadedVolume& loaded, const RunOptions& options, Environment env,
                        DiagnosticSink& diagnostics);
// The one of that place among the volumes.
VolumeBuild start_build(Prepared& prepared, std::size_t index, const RunOptions& options, Environment env, DiagnosticSink& diagnostics);

// The volumes that `keys` name (all for none). A Usage error with the list and the nearest name.
Result<std::vector<const Volume*>> choose_volumes(const Book& book, const std::vector<std::string>& keys);

// Front and back matter stands in every volume; what is wrong with it is told once.
void tell_once(DiagnosticSink& diagnostics);

}  // namespace nbpublish
