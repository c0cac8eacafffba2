#include "pipeline/book_texts.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "pipeline/defines_terms.h"
#include "pipeline/kept_texts.h"
#include "pipeline/published.h"

namespace nbpublish {
namespace {

ReadOptions read_options_of(const Loading& loading) {
  ReadOptions options;
  options.jobs = loading.options.jobs;
  for (const auto& [name, c] : loading.book.components) options.figures.emplace(name, ComponentFigure{c.figure, c.caption, c.alt});
  return options;
}

std::vector<GivenText> given_texts(GatheredSources gathered, const Book& book) {
  std::vector<GivenText> sources;
  for (SourceFile& file : gathered.sources) {
    const bool is_there = !gathered.unread.contains(file.chapter), defines = defines_terms(book, file.chapter);
    sources.push_back({std::move(file), is_there, defines});
  }
  return sources;
}

std::vector<const DiagramFence*> fences_of_all(const std::vector<StartedText>& texts) {
  std::vector<const DiagramFence*> fences;
  for (const StartedText& text : texts)
    for (const DiagramFence& fence : text.fences) fences.push_back(&fence);
  return fences;
}

void gather_chapters(const Volume& volume, bool early_access, std::set<std::string>& gathered, SourceGatherer& gatherer) {
  for (const Topic& topic : volume.topics)
    for (const Chapter& chapter : topic.chapters)
      if (is_published(chapter, early_access) && gathered.insert(chapter.key).second) gatherer.add_chapter(chapter);
}

}  // namespace

Result<BookTexts> read_texts(GatheredSources gathered, const Loading& loading, DiagnosticSink& diagnostics) {
  const LoadOptions& options = loading.options;
  const ReadPlan plan{read_options_of(loading), loading.book.index.terms, options.store, loading.processes, options.log, options.progress};
  BookTexts out;
  out.unread = gathered.unread;
  NBP_TRY_ASSIGN(std::vector<StartedText> started, start_texts(given_texts(std::move(gathered), loading.book), plan));
  DiagnosticSink drawing;
  DrawnFences drawn = draw_fences(fences_of_all(started), loading.book.root, options.diagrams, loading.files, drawing);
  out.diagrams = std::move(drawn.diagrams);
  NBP_TRY_ASSIGN(std::vector<ReadText> texts, finish_texts(std::move(started), drawn.places, plan));
  for (ReadText& text : texts) diagnostics.merge(std::move(text.reading));
  diagnostics.merge(std::move(drawing));
  for (ReadText& text : texts) diagnostics.merge(std::move(text.placing));
  for (ReadText& text : texts) {
    diagnostics.merge(std::move(text.review));
    const std::string key = text.chapter;
    if (text.is_left_out) out.unread.insert(key);
    out.by_key.emplace(key, std::move(text));
  }
  return out;
}

Result<BookTexts> read_texts_of(const std::vector<const Volume*>& volumes, const Loading& loading, DiagnosticSink& diagnostics) {
  SourceGatherer gatherer(loading.book, loading.files, diagnostics);
  std::set<std::string> gathered;
  for (const Volume* volume : volumes) gather_chapters(*volume, loading.options.early_access, gathered, gatherer);
  for (const auto& [id, file] : loading.book.matter.files) gatherer.add_matter(id, file);
  NBP_TRY_ASSIGN(GatheredSources sources, gatherer.take());
  return read_texts(std::move(sources), loading, diagnostics);
}

bool wants_other_labels(const BookTexts& texts) {
  std::set<std::string_view> known;
  for (const auto& [key, text] : texts.by_key) {
    known.insert(text.facts.label);
    known.insert(text.facts.anchors.begin(), text.facts.anchors.end());
  }
  return std::ranges::any_of(texts.by_key, [&](const auto& text) {
    return std::ranges::any_of(text.second.facts.wanted, [&](const std::string& label) { return !known.contains(label); });
  });
}

Status add_other_volumes(BookTexts& texts, const std::vector<const Volume*>& volumes, const Loading& loading) {
  DiagnosticSink untold;
  SourceGatherer gatherer(loading.book, loading.files, untold);
  std::set<std::string> gathered;
  for (const auto& [key, text] : texts.by_key) gathered.insert(key);
  for (const Volume& volume : loading.book.volumes)
    if (std::ranges::find(volumes, &volume) == volumes.end()) gather_chapters(volume, loading.options.early_access, gathered, gatherer);
  NBP_TRY_ASSIGN(GatheredSources sources, gatherer.take());
  if (sources.sources.empty()) return {};
  NBP_TRY_ASSIGN(BookTexts others, read_texts(std::move(sources), loading, untold));
  texts.by_key.merge(others.by_key);
  texts.unread.merge(others.unread);
  texts.diagrams.pictures.merge(others.diagrams.pictures);
  texts.diagrams.drawn.merge(others.diagrams.drawn);
  return {};
}

void report_unused_components(const Book& book, const BookTexts& texts, DiagnosticSink& diagnostics) {
  const auto is_used = [&](const std::string& name) {
    return std::ranges::any_of(texts.by_key, [&](const auto& text) { return text.second.facts.components.contains(name); });
  };
  for (const auto& [name, component] : book.components)
    if (!component.figure.empty() && !is_used(name))
      diagnostics.report(DiagCode::UnusedComponent, book.manifest, component.span,
                         "the component '" + name + "' is declared, but no chapter of this build shows it");
}

}  // namespace nbpublish
