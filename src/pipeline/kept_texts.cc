#include "pipeline/kept_texts.h"

#include <optional>
#include <utility>

#include "archive/document_fields.h"
#include "pipeline/stage_key.h"
#include "pipeline/stage_values.h"
#include "pipeline/stages.h"
#include "platform/parallel.h"
#include "platform/program_identity.h"

namespace nbpublish {
NBP_FIELDS(SourceFile, file, chapter, online_url, text, title, short_title, name)
NBP_FIELDS(ComponentFigure, source, caption, alt)

namespace {

// All that a chapter's document depends on, and what is said of it.
Hash128 key_of(const SourceFile& source, const ReadOptions& options, Hash128 pandoc) {
  StageKey key("text");
  key(pandoc, options.max_file_bytes, options.max_nesting, options.figures, source);
  return key.key();
}

std::optional<ReadResult> find_text(const SourceFile& source, Hash128 key, Store& store, RunLog* log) {
  const auto bytes = store.find(key);
  if (!bytes) return std::nullopt;
  RunLog::Span span(log, stages::kText, source.file);
  std::optional<ReadResult> text = decode<ReadResult>(*bytes);
  if (text) span.set_found();
  else span.forget();
  return text;
}

std::string words_of_count(const std::vector<SourceFile>& texts) {
  return texts.size() == 1 ? texts.front().file : std::to_string(texts.size()) + " texts";
}

}  // namespace

Result<std::vector<ReadResult>> read_or_find_chapters(const std::vector<SourceFile>& files, const ReadOptions& options, Store& store,
                                                      ProcessRunner& processes, RunLog* log, const ProgressFunction& progress) {
  const Hash128 pandoc = identity_of_tool("pandoc");
  std::vector<Hash128> keys(files.size());
  std::vector<std::optional<ReadResult>> found(files.size());
  parallel_for(options.jobs, files.size(),
               [&](std::size_t i) { found[i] = find_text(files[i], keys[i] = key_of(files[i], options, pandoc), store, log); });
  std::vector<SourceFile> missing;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!found[i]) missing.push_back(files[i]), places.push_back(i);
  std::vector<ReadResult> read;
  if (progress && !files.empty()) progress("reading", files.size() - missing.size(), files.size());
  if (!missing.empty()) {
    const RunLog::Span span(log, stages::kPandoc, words_of_count(missing), RunLog::Reach::Run);
    NBP_TRY_ASSIGN(read, read_chapters(missing, options, processes));
  }
  // What pandoc did not read today, for want of time or memory, it may read tomorrow.
  parallel_for(options.jobs, read.size(), [&](std::size_t i) {
    const RunLog::Span span(log, stages::kText, missing[i].file);
    if (!read[i].is_left_out) store.keep(keys[places[i]], encode(read[i]));
  });
  for (std::size_t i = 0; i < read.size(); ++i) found[places[i]] = std::move(read[i]);
  std::vector<ReadResult> out;
  for (std::optional<ReadResult>& result : found) out.push_back(std::move(*result));
  return out;
}

}  // namespace nbpublish
