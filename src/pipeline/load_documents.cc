#include "pipeline/load_documents.h"

#include <algorithm>

#include "document/labels.h"
#include "pipeline/book_texts.h"
#include "pipeline/machine_indexes.h"
#include "pipeline/number_places.h"
#include "pipeline/resolve_volume.h"

namespace nbpublish {
namespace {

// Only a build of all volumes can tell what nobody uses.
bool has_all_volumes(const Book& book, const std::vector<const Volume*>& volumes) {
  return std::ranges::all_of(book.volumes, [&](const Volume& volume) { return std::ranges::find(volumes, &volume) != volumes.end(); });
}

void report_dead_references_of(const Book& book, const std::vector<LoadedVolume>& loaded, DiagnosticSink& diagnostics) {
  std::vector<const BookIndex*> indexes;
  for (const LoadedVolume& volume : loaded) indexes.push_back(&volume.index);
  report_dead_references(book.index.references, indexes, diagnostics);
}

}  // namespace

Result<std::vector<LoadedVolume>> load_volumes(const Book& book, const std::vector<const Volume*>& volumes, const LoadOptions& options,
                                               const FileSystem& files, ProcessRunner& processes, DiagnosticSink& diagnostics) {
  const Loading loading{book, options, files, processes};
  const bool is_whole = has_all_volumes(book, volumes);
  NBP_TRY_ASSIGN(BookTexts texts, read_texts_of(volumes, loading, diagnostics));
  if (is_whole) report_unused_components(book, texts, diagnostics);
  if (wants_other_labels(texts)) NBP_TRY(add_other_volumes(texts, volumes, loading));
  const BookPlaceNames names = number_places(book, texts);
  report_shared_labels(facts_in_order(book, texts), diagnostics);
  std::vector<LoadedVolume> loaded;
  for (const Volume* volume : volumes) {
    loaded.push_back(resolve_volume(*volume, volume == volumes.front(), texts, names, loading, diagnostics));
    if (options.one_at_a_time && volumes.size() > 1) loaded.back().put_away();
  }
  if (is_whole) report_dead_references_of(book, loaded, diagnostics);
  if (is_whole && book.index.of_set && book.volumes.size() > 1) collect_names_of_set(book, volumes, loaded);
  return loaded;
}

}  // namespace nbpublish
