#include "pipeline/load_documents.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/roman.h"
#include "document/anchors.h"
#include "document/captions.h"
#include "document/chapter_lookup.h"
#include "document/href.h"
#include "document/ids.h"
#include "document/labels.h"
#include "document/mark_terms.h"
#include "document/resolve.h"
#include "document/term_finder.h"
#include "document/walk.h"
#include "pipeline/book_addresses.h"
#include "pipeline/kept_texts.h"
#include "pipeline/published.h"
#include "pipeline/review_document.h"
#include "pipeline/source_gatherer.h"
#include "source/read_chapter.h"

namespace nbpublish {
namespace {

// The label that a link means, if labels of the whole book are meant; empty for others.
std::string wanted_label(const Inline& inl) {
  const auto* link = as<Link>(inl);
  const auto* raw = link ? std::get_if<RawTarget>(&link->target) : nullptr;
  if (!raw) return {};
  const std::string label = percent_decode(split_href(clean_href(raw->href)).fragment);
  return is_book_wide(label) ? label : std::string();
}

// Whether a text means a label that none of them has.
bool wants_other_labels(const std::map<std::string, Document>& documents) {
  std::set<std::string> known;
  for (const auto& [key, document] : documents) {
    known.merge(anchors_of(document));
    known.insert(document.front.label);
  }
  bool wanted = false;
  for (const auto& [key, document] : documents)
    for_each_inline(document, [&](const Inline& inl, const Block&) {
      const std::string label = wanted_label(inl);
      wanted = wanted || (!label.empty() && !known.contains(label));
    });
  return wanted;
}

void report_unused_components(const Book& book, const std::map<std::string, Document>& documents, DiagnosticSink& diagnostics) {
  std::set<std::string> used;
  for (const auto& [key, document] : documents)
    for_each_block(document, [&](const Block& block) {
      if (const auto* figure = as<Figure>(block)) used.insert(figure->component);
    });
  for (const auto& [name, component] : book.components)
    if (!used.contains(name) && !component.figure.empty())
      diagnostics.report(DiagCode::UnusedComponent, book.manifest, component.span,
                         "the component '" + name + "' is declared, but no chapter of this build shows it");
}

// A glossary defines every term, and is in alphabetical order itself.
bool defines_terms(const Book& book, std::string_view key) {
  for (const auto& [id, file] : book.matter.files)
    if (key_of(id) == key) return kind_of(id).is_lettered;
  return true;
}

// Numbers the captions and fills the names. Figures, tables and listings are numbered by topic, and by appendix.
void name_places(const Book& book, ReadTexts& texts, DiagnosticSink& diagnostics) {
  std::vector<const Document*> all;
  for (const Volume& volume : book.volumes)
    for (const Topic& topic : volume.topics) {
      CaptionCounters counters;
      for (const Chapter& chapter : topic.chapters) {
        const auto it = texts.documents.find(chapter.key);
        if (it == texts.documents.end()) continue;
        number_captions(it->second, printed_number(topic), counters);
        texts.names[chapter.key] = names_of(it->second);
        all.push_back(&it->second);
      }
    }
  for (const auto& [id, file] : book.matter.files) {
    Document& document = texts.documents.at(key_of(id));
    const std::string letter = letter_of(id);
    CaptionCounters counters;
    number_captions(document, letter, counters);
    auto& names = texts.names[document.chapter] = names_of(document);
    names[""] = letter.empty() ? plain_text(document.title) : std::string(kind_of(id).title) + "\u00A0" + letter;
    all.push_back(&document);
  }
  report_shared_labels(all, diagnostics);
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

class Loader {
 public:
  Loader(const Book& book, const std::vector<const Volume*>& volumes, const LoadOptions& options, const FileSystem& files,
         ProcessRunner& processes, DiagnosticSink& diagnostics)
      : book_(book), volumes_(volumes), options_(options), files_(files), processes_(processes), diagnostics_(diagnostics) {}

  Result<std::vector<LoadedVolume>> load() {
    NBP_TRY(read_wanted());
    if (has_all_volumes()) report_unused_components(book_, texts_.documents, diagnostics_);
    if (wants_other_labels(texts_.documents)) NBP_TRY(read_other_volumes());
    name_places(book_, texts_, diagnostics_);
    std::vector<LoadedVolume> out;
    for (const Volume* volume : volumes_) out.push_back(resolve_volume(*volume, volume == volumes_.front()));
    if (has_all_volumes()) report_dead_references_of(out);
    if (has_all_volumes() && book_.index.of_set && book_.volumes.size() > 1) collect_names_of_set(out);
    return out;
  }

 private:
  const Book& book_;
  const std::vector<const Volume*>& volumes_;
  const LoadOptions& options_;
  const FileSystem& files_;
  ProcessRunner& processes_;
  DiagnosticSink& diagnostics_;
  std::set<std::string> gathered_;  // keys of chapters: an omnibus has those of its volumes once more
  std::set<std::string> unread_;    // keys of texts that could not be read
  ReadTexts texts_;
  PlacedDiagrams diagrams_;

  bool is_wanted(const Volume& volume) const { return std::ranges::find(volumes_, &volume) != volumes_.end(); }
  // Only a build of all volumes can tell what nobody uses.
  bool has_all_volumes() const {
    return std::ranges::all_of(book_.volumes, [&](const Volume& volume) { return is_wanted(volume); });
  }

  void gather(const Volume& volume, SourceGatherer& gatherer) {
    for (const Topic& topic : volume.topics)
      for (const Chapter& chapter : topic.chapters)
        if (is_published(chapter, options_.early_access) && gathered_.insert(chapter.key).second) gatherer.add_chapter(chapter);
  }

  Status read_wanted() {
    SourceGatherer gatherer(book_, files_, diagnostics_);
    for (const Volume* volume : volumes_) gather(*volume, gatherer);
    for (const auto& [id, file] : book_.matter.files) gatherer.add_matter(id, file);
    NBP_TRY_ASSIGN(GatheredSources gathered, gatherer.take());
    return read_sources(std::move(gathered), diagnostics_);
  }

  // For their labels and the numbers of these; what is wrong in them is told when they are made.
  Status read_other_volumes() {
    DiagnosticSink untold;
    SourceGatherer gatherer(book_, files_, untold);
    for (const Volume& volume : book_.volumes)
      if (!is_wanted(volume)) gather(volume, gatherer);
    NBP_TRY_ASSIGN(GatheredSources gathered, gatherer.take());
    return gathered.sources.empty() ? Status() : read_sources(std::move(gathered), untold);
  }

  Status read_sources(GatheredSources gathered, DiagnosticSink& diagnostics) {
    unread_.merge(gathered.unread);
    ReadOptions options;
    options.jobs = options_.jobs;
    for (const auto& [name, c] : book_.components) options.figures.emplace(name, ComponentFigure{c.figure, c.caption, c.alt});
    NBP_TRY_ASSIGN(std::vector<ReadResult> results,
                   options_.store == nullptr
                       ? read_chapters(gathered.sources, options, processes_)
                       : read_or_find_chapters(gathered.sources, options, *options_.store, processes_, options_.log, options_.progress));
    std::vector<Document*> documents;
    for (ReadResult& result : results) {
      diagnostics.merge(std::move(result.diagnostics));
      documents.push_back(&result.document);
    }
    PlacedDiagrams placed = place_diagrams(documents, book_.root, options_.diagrams, files_, diagnostics);
    diagrams_.pictures.merge(placed.pictures);
    diagrams_.drawn.merge(placed.drawn);
    const TermFinder terms(book_.index.terms);
    for (ReadResult& result : results) {
      Document& document = result.document;
      if (result.is_left_out) unread_.insert(document.chapter);
      assign_anchors(document, diagnostics);
      if (defines_terms(book_, document.chapter)) mark_terms(document, terms);
      assign_ids(document);
      if (!unread_.contains(document.chapter)) review_document(document, diagnostics);
      texts_.documents.emplace(document.chapter, std::move(document));
    }
    return {};
  }

  void report_dead_references_of(const std::vector<LoadedVolume>& loaded) {
    std::vector<const BookIndex*> indexes;
    for (const LoadedVolume& volume : loaded) indexes.push_back(&volume.index);
    report_dead_references(book_.index.references, indexes, diagnostics_);
  }

  // Front and back matter is the same in every volume, but its links are not; complaints about it are told once.
  LoadedVolume resolve_volume(const Volume& volume, bool is_first) {
    const BookAddresses addresses = book_addresses(book_, volume, texts_, options_.early_access);
    const ChapterLookup known(addresses);
    LoadedVolume loaded;
    loaded.diagrams = diagrams_;
    for (const Topic& topic : volume.topics) {
      CaptionCounters counters;
      for (const Chapter& chapter : topic.chapters)
        if (const auto it = texts_.documents.find(chapter.key); it != texts_.documents.end())
          loaded.chapters.emplace(chapter.key, resolve_document(it->second, known, counters, diagnostics_));
    }
    for (const auto& [id, file] : book_.matter.files) {
      CaptionCounters counters;
      DiagnosticSink once;
      const Document& document = texts_.documents.at(key_of(id));
      loaded.matter.emplace(id, resolve_document(document, known, counters, is_first ? diagnostics_ : once));
    }
    loaded.unread = unread_of(loaded, volume);
    if (book_.index.of_apis || book_.index.of_errors) {
      loaded.name_places = mark_names(named_texts(loaded, volume));
      loaded.names = wanted_names(loaded.name_places);
    }
    loaded.index = collect_index(in_reading_order(loaded, volume), book_.index.references, book_.meta.language, diagnostics_);
    return loaded;
  }

  // Those whose names the indexes have.
  std::vector<Document*> named_texts(LoadedVolume& loaded, const Volume& volume) const {
    std::vector<Document*> texts;
    for (const Topic& topic : volume.topics)
      for (const Chapter& chapter : topic.chapters)
        if (const auto it = loaded.chapters.find(chapter.key); it != loaded.chapters.end()) texts.push_back(&it->second);
    for (auto& [id, document] : loaded.matter)
      if (defines_terms(book_, document.chapter)) texts.push_back(&document);
    return texts;
  }

  NameIndexes wanted_names(const std::vector<NamePlace>& places) const {
    NameIndexes names = collect_names(places, book_.meta.language);
    if (!book_.index.of_apis) names.apis.clear();
    if (!book_.index.of_errors) names.errors.clear();
    return names;
  }

  // The last volume's indexes of names become those of all volumes.
  void collect_names_of_set(std::vector<LoadedVolume>& loaded) const {
    std::vector<NamePlace> places;
    std::size_t last = loaded.size();
    for (const Volume& volume : book_.volumes) {
      last = static_cast<std::size_t>(std::ranges::find(volumes_, &volume) - volumes_.begin());
      for (NamePlace place : loaded[last].name_places) {
        if (&volume != &book_.volumes.back() && !loaded[last].chapters.contains(place.target.chapter)) continue;  // matter, in each of them
        place.volume = capital_roman(volume.number);
        places.push_back(std::move(place));
      }
    }
    if (last < loaded.size()) loaded[last].names = wanted_names(places);
  }

  std::vector<std::string> unread_of(const LoadedVolume& loaded, const Volume& volume) const {
    std::vector<std::string> files = book_.matter.lost_files;
    for (const Topic& topic : volume.topics)
      for (const Chapter& chapter : topic.chapters)
        if (!chapter.lost_file.empty()) files.push_back(chapter.lost_file);
        else if (loaded.chapters.contains(chapter.key) && unread_.contains(chapter.key)) files.push_back(chapter.file);
    for (const auto& [id, file] : book_.matter.files)
      if (unread_.contains(key_of(id))) files.push_back(file);
    return files;
  }
};

}  // namespace

VolumeTexts LoadedVolume::texts(const Book& book, const Volume& volume, bool early_access) const {
  VolumeTexts out;
  out.book = &book;
  out.volume = &volume;
  for (const Topic& topic : volume.topics) {
    TopicTexts texts{&topic, {}};
    for (const Chapter& chapter : topic.chapters)
      if (const auto it = chapters.find(chapter.key); it != chapters.end()) texts.chapters.push_back({&chapter, &it->second});
    if (!texts.chapters.empty() || early_access) out.topics.push_back(std::move(texts));
  }
  for (const auto& [id, document] : matter) out.matter.emplace(id, &document);
  out.index = &index;
  out.names = &names;
  out.early_access = early_access;
  return out;
}

Result<std::vector<LoadedVolume>> load_volumes(const Book& book, const std::vector<const Volume*>& volumes, const LoadOptions& options,
                                               const FileSystem& files, ProcessRunner& processes, DiagnosticSink& diagnostics) {
  return Loader(book, volumes, options, files, processes, diagnostics).load();
}

}  // namespace nbpublish
