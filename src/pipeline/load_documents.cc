#include "pipeline/load_documents.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/roman.h"
#include "book/book_path.h"
#include "book/complete_titles.h"
#include "document/anchors.h"
#include "document/chapter_lookup.h"
#include "document/href.h"
#include "document/ids.h"
#include "document/labels.h"
#include "document/mark_terms.h"
#include "document/resolve.h"
#include "document/term_finder.h"
#include "document/walk.h"
#include "pipeline/review_document.h"
#include "source/read_chapter.h"

namespace nbpublish {
namespace {

std::string online_url(const Book& book, const Chapter& chapter) {
  return book.meta.site.empty() ? "" : book.meta.site + public_path(chapter);
}

// The label that a link means, if labels of the whole book are meant; empty for others.
std::string wanted_label(const Inline& inl) {
  const auto* link = as<Link>(inl);
  const auto* raw = link ? std::get_if<RawTarget>(&link->target) : nullptr;
  if (!raw) return {};
  const std::string label = percent_decode(split_href(clean_href(raw->href)).fragment);
  return is_book_wide(label) ? label : std::string();
}

class Loader {
 public:
  Loader(const Book& book, const std::vector<const Volume*>& volumes, const LoadOptions& options, const FileSystem& files,
         ProcessRunner& processes, DiagnosticSink& diagnostics)
      : book_(book), volumes_(volumes), options_(options), files_(files), processes_(processes), diagnostics_(diagnostics) {}

  Result<std::vector<LoadedVolume>> run() {
    for (const Volume* volume : volumes_) gather(*volume);
    for (const auto& [id, file] : book_.matter.files) gather(file, key_of(id));
    if (refusal_) return std::unexpected(*refusal_);
    NBP_TRY(read(diagnostics_));
    report_unused_components();
    if (wants_other_labels()) NBP_TRY(read_other_volumes());
    name_places();
    std::vector<LoadedVolume> out;
    for (const Volume* volume : volumes_) out.push_back(resolve(*volume, volume == volumes_.front()));
    report_dead_references(out);
    return out;
  }

 private:
  const Book& book_;
  const std::vector<const Volume*>& volumes_;
  const LoadOptions& options_;
  const FileSystem& files_;
  ProcessRunner& processes_;
  DiagnosticSink& diagnostics_;
  std::vector<SourceFile> sources_;            // to be read next
  std::set<std::string> gathered_;             // keys of chapters: an omnibus has those of its volumes once more
  std::set<std::string> unread_;               // keys of texts that could not be read
  std::optional<Error> refusal_;               // of the machine
  DiagnosticSink* told_ = &diagnostics_;       // what of files cannot be read
  std::map<std::string, Document> documents_;  // by key, as read
  PlacedDiagrams diagrams_;
  std::map<std::string, std::map<std::string, std::string>> names_;  // by key: names_of() the document

  bool has_all_volumes() const {
    return std::ranges::all_of(book_.volumes, [&](const Volume& volume) { return std::ranges::find(volumes_, &volume) != volumes_.end(); });
  }

  void gather(const Volume& volume) {
    for (const Topic& topic : volume.topics)
      for (const Chapter& chapter : topic.chapters)
        if (is_published(chapter, options_.early_access) && gathered_.insert(chapter.key).second) gather(chapter);
  }

  void gather(const Chapter& chapter) {
    SourceFile& source = gather(chapter.file, chapter.key);
    source.online_url = online_url(book_, chapter);
    source.title = chapter.given_title;
    source.short_title = chapter.short_title;
    source.name = name_of(chapter);
  }

  // A file that cannot be read is told of, and leaves the others to be read; its text is empty here.
  SourceFile& gather(const std::string& file, const std::string& key) {
    auto text = read_inside(files_, book_.root, file, ReadOptions().max_file_bytes);
    if (!text) {
      unread_.insert(key);
      if (text.error().fault == ReadFault::System && !refusal_) refusal_ = fail_to_read(file, text.error()).error();
      report_unread(text.error(), file, *told_);
    }
    return sources_.emplace_back(SourceFile{file, key, {}, text ? std::move(*text) : std::string()});
  }

  // Only a build of all volumes can tell.
  void report_unused_components() {
    if (!has_all_volumes()) return;
    std::set<std::string> used;
    for (const auto& [key, document] : documents_)
      for_each_block(document, [&](const Block& block) {
        if (const auto* figure = as<Figure>(block)) used.insert(figure->component);
      });
    for (const auto& [name, component] : book_.components)
      if (!used.contains(name) && !component.figure.empty())
        diagnostics_.report(DiagCode::UnusedComponent, book_.manifest, component.span,
                            "the component '" + name + "' is declared, but no chapter of this build shows it");
  }

  Status read(DiagnosticSink& diagnostics) {
    ReadOptions options;
    options.jobs = options_.jobs;
    for (const auto& [name, c] : book_.components) options.figures.emplace(name, ComponentFigure{c.figure, c.caption, c.alt});
    NBP_TRY_ASSIGN(std::vector<ReadResult> results, read_chapters(sources_, options, processes_));
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
      if (defines_terms(document.chapter)) mark_terms(document, terms);
      assign_ids(document);
      if (!unread_.contains(document.chapter)) review_document(document, diagnostics);
      documents_.emplace(document.chapter, std::move(document));
    }
    sources_.clear();
    return {};
  }

  // A glossary defines every term, and is in alphabetical order itself.
  bool defines_terms(std::string_view key) const {
    for (const auto& [id, file] : book_.matter.files)
      if (key_of(id) == key) return kind_of(id).is_lettered;
    return true;
  }

  bool wants_other_labels() const {
    std::set<std::string> known;
    for (const auto& [key, document] : documents_) {
      known.merge(anchors_of(document));
      known.insert(document.front.label);
    }
    bool wanted = false;
    for (const auto& [key, document] : documents_)
      for_each_inline(document, [&](const Inline& inl, const Block&) {
        const std::string label = wanted_label(inl);
        wanted = wanted || (!label.empty() && !known.contains(label));
      });
    return wanted;
  }

  // For their labels and the numbers of these; what is wrong in them is told when they are made.
  Status read_other_volumes() {
    DiagnosticSink untold;
    told_ = &untold;
    for (const Volume& volume : book_.volumes)
      if (std::ranges::find(volumes_, &volume) == volumes_.end()) gather(volume);
    if (refusal_) return std::unexpected(*refusal_);
    return sources_.empty() ? Status() : read(untold);
  }

  // Calls `visit(chapter, topic, document)` for every chapter that was read, in the order of the book.
  void for_each_chapter(const auto& visit) {
    for (const Volume& volume : book_.volumes)
      for (const Topic& topic : volume.topics)
        for (const Chapter& chapter : topic.chapters)
          if (const auto it = documents_.find(chapter.key); it != documents_.end()) visit(chapter, topic, it->second);
  }

  // Figures, tables and listings are numbered by topic, and by appendix.
  void name_places() {
    std::vector<const Document*> all;
    const Topic* counted = nullptr;
    CaptionCounters counters;
    for_each_chapter([&](const Chapter& chapter, const Topic& topic, Document& document) {
      if (std::exchange(counted, &topic) != &topic) counters = {};
      number_captions(document, printed_number(topic), counters);
      names_[chapter.key] = names_of(document);
      all.push_back(&document);
    });
    for (const auto& [id, file] : book_.matter.files) {
      Document& document = documents_.at(key_of(id));
      const std::string letter = letter_of(id);
      counters = {};
      number_captions(document, letter, counters);
      auto& names = names_[document.chapter] = names_of(document);
      names[""] = letter.empty() ? plain_text(document.title) : std::string(kind_of(id).title) + "\u00A0" + letter;
      all.push_back(&document);
    }
    report_shared_labels(all, diagnostics_);
  }

  // Only a build of all volumes can tell.
  void report_dead_references(const std::vector<LoadedVolume>& loaded) {
    if (!has_all_volumes()) return;
    std::vector<const BookIndex*> indexes;
    for (const LoadedVolume& volume : loaded) indexes.push_back(&volume.index);
    nbpublish::report_dead_references(book_.index.references, indexes, diagnostics_);
  }

  BookAddresses addresses(const Volume& volume) const {
    BookAddresses out;
    out.site = book_.meta.site;
    std::set<std::string> here;
    for (const Topic& topic : volume.topics)
      for (const Chapter& chapter : topic.chapters) here.insert(chapter.key);
    for (const Volume& v : book_.volumes)
      for (const Topic& topic : v.topics)
        for (const Chapter& chapter : topic.chapters) {
          ChapterAddress address;
          address.key = chapter.key;
          address.file = chapter.file;
          address.public_path = public_path(chapter);
          address.number = printed_number(topic, chapter);
          address.topic_number = printed_number(topic);
          address.presence = !is_published(chapter, options_.early_access) ? ChapterPresence::Unpublished
                             : here.contains(chapter.key)                  ? ChapterPresence::ThisVolume
                                                                           : ChapterPresence::OtherVolume;
          if (!here.contains(chapter.key)) {
            address.volume = "Volume\u00A0" + capital_roman(v.number);
            address.volume_title = v.title.plain();
          }
          complete(address);
          out.chapters.push_back(std::move(address));
        }
    for (const auto& [id, file] : book_.matter.files) {
      ChapterAddress address;
      address.key = key_of(id);
      address.file = file;
      address.topic_number = letter_of(id);
      complete(address);
      out.chapters.push_back(std::move(address));
    }
    return out;
  }

  // What is known of the address's text.
  void complete(ChapterAddress& address) const {
    const auto it = documents_.find(address.key);
    address.is_read = it != documents_.end();
    if (!address.is_read) return;
    address.anchors = anchors_of(it->second);
    address.title_anchors = title_anchors_of(it->second);
    address.label = it->second.front.label;
    address.names = names_.at(address.key);
  }

  // Front and back matter is the same in every volume, but its links are not; complaints about it are told once.
  LoadedVolume resolve(const Volume& volume, bool is_first) {
    const BookAddresses book = addresses(volume);
    const ChapterLookup known(book);
    LoadedVolume loaded;
    loaded.diagrams = diagrams_;
    for (const Topic& topic : volume.topics) {
      CaptionCounters counters;
      for (const Chapter& chapter : topic.chapters)
        if (const auto it = documents_.find(chapter.key); it != documents_.end())
          loaded.chapters.emplace(chapter.key, resolve_document(it->second, known, counters, diagnostics_));
    }
    for (const auto& [id, file] : book_.matter.files) {
      CaptionCounters counters;
      DiagnosticSink once;
      loaded.matter.emplace(id, resolve_document(documents_.at(key_of(id)), known, counters, is_first ? diagnostics_ : once));
    }
    loaded.unread = unread_of(loaded, volume);
    loaded.index = collect_index(in_reading_order(loaded, volume), book_.index.references, book_.meta.language, diagnostics_);
    return loaded;
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

  // Every text that has pages of its own.
  std::vector<const Document*> in_reading_order(const LoadedVolume& loaded, const Volume& volume) const {
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
  out.early_access = early_access;
  return out;
}

bool is_published(const Chapter& chapter, bool early_access) {
  switch (chapter.status) {
    case ChapterStatus::Ready:
    case ChapterStatus::Review:
      return !chapter.file.empty();
    case ChapterStatus::Draft:
      return early_access && !chapter.file.empty();
    case ChapterStatus::Planned:
      return false;
  }
  return false;
}

Result<std::vector<LoadedVolume>> load_volumes(const Book& book, const std::vector<const Volume*>& volumes, const LoadOptions& options,
                                               const FileSystem& files, ProcessRunner& processes, DiagnosticSink& diagnostics) {
  return Loader(book, volumes, options, files, processes, diagnostics).run();
}

}  // namespace nbpublish
