#include "pipeline/load_documents.h"

#include <set>

#include "document/anchors.h"
#include "document/ids.h"
#include "document/resolve.h"
#include "pipeline/review_document.h"
#include "source/read_chapter.h"

namespace nbpublish {
namespace {

// Matter files by the name that layout and the ebook know them under.
std::vector<std::pair<std::string, std::string>> matter_files(const Matter& m) {
  std::vector<std::pair<std::string, std::string>> files = {
      {"dedication", m.dedication}, {"preface", m.preface}, {"acknowledgments", m.acknowledgments}, {"contributors", m.contributors}};
  for (std::size_t i = 0; i < m.appendices.size(); ++i) files.emplace_back("appendix-" + std::to_string(i + 1), m.appendices[i]);
  files.insert(files.end(), {{"glossary", m.glossary}, {"about-author", m.about_author}, {"colophon", m.colophon}});
  std::erase_if(files, [](const auto& f) { return f.second.empty(); });
  return files;
}

std::string online_url(const Book& book, const Chapter& chapter) {
  return book.meta.site.empty() ? "" : book.meta.site + public_path(chapter);
}

class Loader {
 public:
  Loader(const Book& book, const std::vector<const Volume*>& volumes, const LoadOptions& options, const FileSystem& files,
         ProcessRunner& processes, DiagnosticSink& diagnostics)
      : book_(book), volumes_(volumes), options_(options), files_(files), processes_(processes), diagnostics_(diagnostics) {}

  Result<std::vector<LoadedVolume>> run() {
    gather();
    ReadOptions read;
    read.jobs = options_.jobs;
    for (const auto& [name, c] : book_.components) read.figures.emplace(name, ComponentFigure{c.figure, c.caption, c.alt});
    NBP_TRY_ASSIGN(std::vector<ReadResult> results, read_chapters(sources_, read, processes_));
    std::vector<Document*> documents;
    for (ReadResult& result : results) {
      diagnostics_.merge(std::move(result.diagnostics));
      documents.push_back(&result.document);
    }
    diagrams_ = place_diagrams(documents, book_.root, options_.diagrams, files_, diagnostics_);
    for (ReadResult& result : results) {
      assign_anchors(result.document, diagnostics_);
      assign_ids(result.document);
      review_document(result.document, diagnostics_);
    }
    report_unused_components(results);
    return resolve(std::move(results));
  }

 private:
  const Book& book_;
  const std::vector<const Volume*>& volumes_;
  const LoadOptions& options_;
  const FileSystem& files_;
  ProcessRunner& processes_;
  DiagnosticSink& diagnostics_;
  std::vector<SourceFile> sources_;       // chapters of all volumes, then matter
  std::size_t chapter_count_ = 0;
  PlacedDiagrams diagrams_;

  void gather() {
    for (const Volume* volume : volumes_)
      for (const Topic& topic : volume->topics)
        for (const Chapter& chapter : topic.chapters)
          if (is_published(chapter, options_.early_access)) gather(chapter.file, chapter.key, online_url(book_, chapter));
    chapter_count_ = sources_.size();
    for (const auto& [name, file] : matter_files(book_.matter)) gather(file, "matter/" + name, "");
  }

  // A file that is missing was a diagnostic of the manifest; its text is empty here.
  void gather(const std::string& file, const std::string& key, std::string url) {
    auto text = files_.read_file(book_.root / file);
    sources_.push_back({file, key, std::move(url), text ? std::move(*text) : std::string()});
  }

  // Only a build of all volumes can tell.
  void report_unused_components(const std::vector<ReadResult>& results) {
    if (volumes_.size() < book_.volumes.size()) return;
    std::set<std::string> used;
    for (const ReadResult& r : results)
      for_each_block(r.document, [&](const Block& block) {
        if (const auto* figure = as<Figure>(block)) used.insert(figure->component);
      });
    for (const auto& [name, component] : book_.components)
      if (!used.contains(name))
        diagnostics_.report(DiagCode::UnusedComponent, book_.manifest, component.span,
                            "the component '" + name + "' is declared, but no chapter of this build shows it");
  }

  // What the links of other chapters may lead to, by chapter key.
  struct Places {
    std::set<std::string> anchors;
    std::map<std::string, std::string> names;  // label -> "Figure 9.4"
  };
  using PlacesOfBook = std::map<std::string, Places>;

  // Figures, tables and listings are numbered by topic; the results stand in the order of gather().
  PlacesOfBook places(std::vector<ReadResult>& results) const {
    PlacesOfBook out;
    for (const ReadResult& r : results) out[r.document.chapter].anchors = anchors_of(r.document);
    std::size_t next = 0;
    for (const Volume* volume : volumes_)
      for (const Topic& topic : volume->topics) {
        CaptionCounters counters;
        for (const Chapter& chapter : topic.chapters)
          if (is_published(chapter, options_.early_access))
            out[chapter.key].names = number_captions(results[next++].document, printed_number(topic), counters);
      }
    return out;
  }

  BookAddresses addresses(const Volume& volume, const PlacesOfBook& known) const {
    BookAddresses out;
    out.site = book_.meta.site;
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
                             : &v == &volume                               ? ChapterPresence::ThisVolume
                                                                           : ChapterPresence::OtherVolume;
          const auto it = known.find(chapter.key);
          address.is_read = it != known.end();
          if (address.is_read) {
            address.anchors = it->second.anchors;
            address.names = it->second.names;
          }
          out.chapters.push_back(std::move(address));
        }
    return out;
  }

  std::vector<LoadedVolume> resolve(std::vector<ReadResult> results) {
    const PlacesOfBook book_places = places(results);
    std::vector<LoadedVolume> out;
    std::size_t next = 0;
    for (const Volume* volume : volumes_) {
      const BookAddresses known = addresses(*volume, book_places);
      LoadedVolume loaded;
      loaded.diagrams = diagrams_;
      for (const Topic& topic : volume->topics) {
        CaptionCounters counters;  // figures, tables and listings are numbered by topic
        for (const Chapter& chapter : topic.chapters) {
          if (!is_published(chapter, options_.early_access)) continue;
          loaded.chapters.emplace(chapter.key, resolve_document(std::move(results[next++].document), known, counters, diagnostics_));
        }
      }
      out.push_back(std::move(loaded));
    }
    resolve_matter(results, book_places, out);
    return out;
  }

  // Front and back matter is the same in every volume, but its links are not.
  void resolve_matter(const std::vector<ReadResult>& results, const PlacesOfBook& book_places, std::vector<LoadedVolume>& out) {
    for (std::size_t v = 0; v < out.size(); ++v) {
      const BookAddresses known = addresses(*volumes_[v], book_places);
      for (std::size_t i = chapter_count_; i < results.size(); ++i) {
        CaptionCounters counters;
        DiagnosticSink once;  // complaints of the same file are told for the first volume only
        const std::string name = results[i].document.chapter.substr(std::string_view("matter/").size());
        out[v].matter.emplace(name, resolve_document(results[i].document, known, counters, v == 0 ? diagnostics_ : once));
      }
    }
  }
};

}  // namespace

bool is_published(const Chapter& chapter, bool early_access) {
  switch (chapter.status) {
    case ChapterStatus::Ready:
    case ChapterStatus::Review: return !chapter.file.empty();
    case ChapterStatus::Draft: return early_access && !chapter.file.empty();
    case ChapterStatus::Planned: return false;
  }
  return false;
}

Result<std::vector<LoadedVolume>> load_volumes(const Book& book, const std::vector<const Volume*>& volumes, const LoadOptions& options,
                                               const FileSystem& files, ProcessRunner& processes, DiagnosticSink& diagnostics) {
  return Loader(book, volumes, options, files, processes, diagnostics).run();
}

}  // namespace nbpublish
