#include "pipeline/resolve_volume.h"

#include <utility>
#include <vector>

#include "document/chapter_lookup.h"
#include "document/resolve.h"
#include "pipeline/book_addresses.h"
#include "pipeline/machine_indexes.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

// A text on its way; captions are numbered from `counters` on.
struct Resolving {
  const ReadText& text;
  CaptionCounters counters{};
  Document document{};
  DiagnosticSink diagnostics{};
};

// The volume's chapters, where their captions start, then the matter.
std::vector<Resolving> texts_to_resolve(const Book& book, const Volume& volume, const BookTexts& texts) {
  std::vector<Resolving> out;
  for (const Topic& topic : volume.topics) {
    CaptionCounters counters;
    for (const Chapter& chapter : topic.chapters)
      if (const auto text = texts.by_key.find(chapter.key); text != texts.by_key.end()) {
        out.push_back({text->second, counters});
        counters = counters_after(text->second.facts, counters);
      }
  }
  for (const auto& [id, file] : book.matter.files) out.push_back({texts.by_key.at(key_of(id))});
  return out;
}

// Every text that has pages of its own.
std::vector<const Document*> in_reading_order(const LoadedVolume& loaded, const Volume& volume) {
  std::vector<const Document*> out;
  for (const auto& [id, document] : loaded.matter)
    if (place_of(id) == MatterPlace::Front) out.push_back(&document);
  for (const Topic& topic : volume.topics)
    for (const Chapter& chapter : topic.chapters)
      if (const auto it = loaded.chapters.find(chapter.key); it != loaded.chapters.end()) out.push_back(&it->second);
  for (const auto& [id, document] : loaded.matter)
    if (place_of(id) > MatterPlace::Front) out.push_back(&document);
  return out;
}

std::vector<std::string> unread_of(const Book& book, const Volume& volume, const LoadedVolume& loaded,
                                   const std::set<std::string>& unread) {
  std::vector<std::string> files = book.matter.lost_files;
  for (const Topic& topic : volume.topics)
    for (const Chapter& chapter : topic.chapters)
      if (!chapter.lost_file.empty()) files.push_back(chapter.lost_file);
      else if (loaded.chapters.contains(chapter.key) && unread.contains(chapter.key)) files.push_back(chapter.file);
  for (const auto& [id, file] : book.matter.files)
    if (unread.contains(key_of(id))) files.push_back(file);
  return files;
}

}  // namespace

LoadedVolume resolve_volume(const Volume& volume, bool is_first, const BookTexts& texts, const BookPlaceNames& names,
                            const Loading& loading, DiagnosticSink& diagnostics) {
  const Book& book = loading.book;
  const BookAddresses addresses = book_addresses(book, volume, texts, names, loading.options.early_access);
  const ChapterLookup known(addresses);
  std::vector<Resolving> resolving = texts_to_resolve(book, volume, texts);
  parallel_for(loading.options.jobs, resolving.size(), [&](std::size_t i) {
    Resolving& one = resolving[i];
    one.document = resolve_document(unpack(one.text.document), known, one.counters, one.diagnostics);
  });
  LoadedVolume loaded;
  loaded.diagrams = texts.diagrams;
  const std::size_t chapters = resolving.size() - book.matter.files.size();
  for (std::size_t i = 0; i < chapters; ++i) {
    diagnostics.merge(std::move(resolving[i].diagnostics));
    loaded.chapters.emplace(resolving[i].text.chapter, std::move(resolving[i].document));
  }
  std::size_t next = chapters;
  for (const auto& [id, file] : book.matter.files) {
    if (is_first) diagnostics.merge(std::move(resolving[next].diagnostics));
    loaded.matter.emplace(id, std::move(resolving[next++].document));
  }
  loaded.unread = unread_of(book, volume, loaded, texts.unread);
  add_name_indexes(book, volume, loaded);
  loaded.index = collect_index(in_reading_order(loaded, volume), book.index.references, book.meta.language, diagnostics);
  return loaded;
}

}  // namespace nbpublish
