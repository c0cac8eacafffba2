#include "pipeline/kept_texts.h"

#include <optional>
#include <utility>

#include "archive/codec.h"
#include "pipeline/stage_fields.h"
#include "pipeline/stage_key.h"
#include "pipeline/stage_values.h"
#include "pipeline/stages.h"
#include "platform/parallel.h"
#include "platform/program_identity.h"

namespace nbpublish {
NBP_FIELDS(SourceFile, file, chapter, online_url, text, title, short_title, name)
NBP_FIELDS(ComponentFigure, source, caption, alt)
NBP_FIELDS(IndexTerm, entry, words)

namespace {

// All that a chapter's document depends on, and what is said of it.
Hash128 key_of_reading(const SourceFile& source, const ReadOptions& options, Hash128 pandoc) {
  StageKey key("read");
  key(pandoc, options.max_file_bytes, options.max_nesting, options.figures, source);
  return key.key();
}

Hash128 key_of_fences(Hash128 reading) {
  StageKey key("fences");
  key(reading);
  return key.key();
}

using Places = std::span<const PlacedDiagram>;

// Of all that a text as it is understood depends on. Nothing if nothing is kept.
std::vector<Hash128> keys_of_texts(const std::vector<StartedText>& texts, const std::vector<Places>& places, const ReadPlan& plan) {
  std::vector<Hash128> keys;
  if (plan.store == nullptr) return keys;
  StageKey terms("terms");
  terms(plan.terms);
  const Hash128 hash_of_terms = terms.key();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    StageKey key("text");
    key(texts[i].key, texts[i].source.is_there, texts[i].source.defines_terms ? hash_of_terms : Hash128{});
    key(std::vector(places[i].begin(), places[i].end()));
    keys.push_back(key.key());
  }
  return keys;
}

// Which of them stand for each text's fences.
std::vector<Places> places_of_each(const std::vector<StartedText>& texts, Places places) {
  std::vector<Places> own;
  for (const StartedText& text : texts) {
    own.push_back(places.first(text.fences.size()));
    places = places.subspan(text.fences.size());
  }
  return own;
}

template <class T>
std::optional<T> find_in(Store& store, Hash128 key) {
  const auto bytes = store.find(key);
  return bytes ? decode<T>(*bytes) : std::nullopt;
}

// Whether the text may be asked for again. What pandoc did not read today, for want of time or memory, it may read tomorrow.
bool is_kept(const ReadPlan& plan, bool is_left_out) { return plan.store != nullptr && !is_left_out; }

std::string words_of_count(const std::vector<SourceFile>& texts) {
  return texts.size() == 1 ? texts.front().file : std::to_string(texts.size()) + " texts";
}

Status read_by_pandoc(const std::vector<SourceFile>& files, const ReadPlan& plan, const TakeRead& take) {
  const RunLog::Span span(plan.log, stages::kPandoc, words_of_count(files), RunLog::Reach::Run);
  return read_chapters(files, plan.options, plan.processes, take);
}

std::optional<ReadText> find_text(const StartedText& started, Hash128 key, const ReadPlan& plan) {
  RunLog::Span span(plan.log, stages::kText, started.source.file.file);
  std::optional<ReadText> text = find_in<ReadText>(*plan.store, key);
  if (text) span.set_found();
  else span.forget();
  return text;
}

// Fills in `read`, and the fences.
void take_read(StartedText& text, const ReadResult& read, std::string bytes) {
  text.fences = fences_of(read.document);
  text.read = std::move(bytes);
}

void find_read(StartedText& text, Store& store) {
  const auto bytes = store.find(text.key);
  if (!bytes) return;
  if (const std::optional<ReadResult> read = decode<ReadResult>(*bytes)) take_read(text, *read, *bytes);
}

// Fills in `read` of all that have none: from the store where that has them.
Status read_all(const std::vector<StartedText*>& texts, const ReadPlan& plan) {
  if (plan.store != nullptr) parallel_for(plan.options.jobs, texts.size(), [&](std::size_t i) { find_read(*texts[i], *plan.store); });
  std::vector<StartedText*> missing;
  std::vector<SourceFile> files;
  for (StartedText* text : texts)
    if (text->read.empty()) missing.push_back(text), files.push_back(text->source.file);
  if (missing.empty()) return {};
  return read_by_pandoc(files, plan, [&](std::size_t i, const ReadResult& read) {
    take_read(*missing[i], read, encode(read));
    if (!is_kept(plan, read.is_left_out)) return;
    plan.store->keep(missing[i]->key, missing[i]->read);
    plan.store->keep(key_of_fences(missing[i]->key), encode(missing[i]->fences));
  });
}

}  // namespace

Result<std::vector<StartedText>> start_texts(std::vector<GivenText> sources, const ReadPlan& plan) {
  const Hash128 pandoc = plan.store == nullptr ? Hash128{} : identity_of_tool("pandoc");
  std::vector<StartedText> texts(sources.size());
  std::vector<char> is_known(sources.size(), 0);
  parallel_for(plan.options.jobs, texts.size(), [&](std::size_t i) {
    texts[i].source = std::move(sources[i]);
    if (plan.store == nullptr) return;
    texts[i].key = key_of_reading(texts[i].source.file, plan.options, pandoc);
    auto fences = find_in<std::vector<DiagramFence>>(*plan.store, key_of_fences(texts[i].key));
    if (fences) texts[i].fences = std::move(*fences), is_known[i] = 1;
  });
  std::vector<StartedText*> unknown;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (is_known[i] == 0) unknown.push_back(&texts[i]);
  if (plan.progress && !texts.empty()) plan.progress("reading", texts.size() - unknown.size(), texts.size());
  NBP_TRY(read_all(unknown, plan));
  return texts;
}

Result<std::vector<ReadText>> finish_texts(std::vector<StartedText> started, std::span<const PlacedDiagram> places, const ReadPlan& plan) {
  const std::vector<Places> own = places_of_each(started, places);
  const std::vector<Hash128> keys = keys_of_texts(started, own, plan);
  std::vector<std::optional<ReadText>> texts(started.size());
  if (plan.store != nullptr)
    parallel_for(plan.options.jobs, started.size(), [&](std::size_t i) { texts[i] = find_text(started[i], keys[i], plan); });
  std::vector<StartedText*> unread;
  for (std::size_t i = 0; i < started.size(); ++i)
    if (!texts[i] && started[i].read.empty()) unread.push_back(&started[i]);
  NBP_TRY(read_all(unread, plan));
  const TermFinder terms(plan.terms);
  parallel_for(plan.options.jobs, started.size(), [&](std::size_t i) {
    if (texts[i]) return;
    const GivenText& source = started[i].source;
    const RunLog::Span span(plan.log, stages::kText, source.file.file);
    std::optional<ReadResult> read = decode<ReadResult>(std::exchange(started[i].read, {}));
    if (!read) return;
    texts[i] = understand(std::move(*read), own[i], source.defines_terms ? &terms : nullptr, source.is_there);
    if (is_kept(plan, texts[i]->is_left_out)) plan.store->keep(keys[i], encode(*texts[i]));
  });
  std::vector<ReadText> out;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!texts[i]) return fail(ErrorKind::Internal, started[i].source.file.file + ": the document does not come back from its encoding");
    out.push_back(std::move(*texts[i]));
  }
  return out;
}

}  // namespace nbpublish
