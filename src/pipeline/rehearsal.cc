#include "pipeline/rehearsal.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "book/discovery.h"
#include "pipeline/cache.h"
#include "pipeline/explain_words.h"
#include "pipeline/explained.h"
#include "pipeline/kept_records.h"
#include "pipeline/kept_runs.h"
#include "pipeline/load_pictures.h"
#include "pipeline/output_names.h"
#include "pipeline/planned_files.h"
#include "pipeline/prepared_book.h"
#include "pipeline/record_volume.h"
#include "pipeline/stages.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostTexts = 40;  // that a list names

// One run that makes nothing.
class Rehearsal {
 public:
  Rehearsal(RunOptions options, Environment env)
      : options_(std::move(options)),
        env_{env.files, env.processes, env.picture_worker, nullptr},
        store_(open_for_rehearsal(options_, env_)),
        records_(*store_, options_.folders) {
    if (options_.execution.log == nullptr) options_.execution.log = &own_log_;
  }

  const RunOptions& options() const { return options_; }
  Request& request() { return options_.request; }
  const KeptRecords& records() const { return records_; }
  const RunLog& log() const { return *options_.execution.log; }
  Result<Book> read_book() { return load_book(env_.files, options_.folders.book, untold_); }
  std::optional<std::vector<std::filesystem::path>> known_run() { return KeptRuns(*store_, options_, env_.files).foresee(); }

  struct Volume {
    VolumeStory story;
    std::vector<std::filesystem::path> files;
    bool is_whole = true;  // else one of its texts cannot be read, and its files stay as they are
  };

  Result<std::vector<Volume>> volumes() {
    NBP_TRY_ASSIGN(const std::unique_ptr<Prepared> prepared, prepare(options_, Purpose::Pages, env_, untold_));
    std::vector<Volume> out;
    PagesByStyle pages;
    for (std::size_t i = 0; i < prepared->volumes.size(); ++i) {
      NBP_TRY_ASSIGN(Volume volume, rehearse(*prepared, i, pages));
      out.push_back(std::move(volume));
    }
    if (prepared->omnibus && prepared->loaded.back().unread.empty() && !out.empty()) add_omnibus(*prepared->omnibus, out.back());
    return out;
  }

 private:
  RunOptions options_;
  Environment env_;
  std::unique_ptr<Store> store_;
  KeptRecords records_;
  RunLog own_log_;
  DiagnosticSink untold_;

  Result<Volume> rehearse(Prepared& prepared, std::size_t index, PagesByStyle& pages) {
    VolumeBuild build = start_build(prepared, index, options_, env_, untold_);
    build.elsewhere = &pages;
    load_cover(build.book(), build.volume(), env_.files, build.pictures, untold_, *build.maker, &build.refusal);
    NBP_TRY(std::move(build.refusal));
    Layouts layouts(build, *prepared.typography, options_.execution);
    Volume out;
    NBP_TRY_ASSIGN(out.files, planned_files(prepared, build, layouts, options_, env_));
    if (prepared.print) NBP_TRY(layouts.of(prepared.typography->style_of(*prepared.print), untold_));
    if (build.book().index.of_set) layouts.add_pages_to(pages);
    const std::string& key = build.volume().key;
    out.story = {key, build.volume().title.plain(), record_volume(build, layouts, *prepared.typography, options_, env_.files),
                 records_.last(key), records_.before_last(key)};
    out.is_whole = prepared.loaded[index].unread.empty();
    return out;
  }

  void add_omnibus(const nbpublish::Volume& omnibus, Volume& last) const {
    std::vector<std::string> names{epub_name(omnibus, false), onix_name(omnibus)};
    if (options_.request.sample) names.push_back(epub_name(omnibus, true));
    for (const std::string& name : names) last.files.push_back(options_.folders.out / omnibus.key / name);
  }
};

// Without files to be made of them, the volumes are taken as the last run made them; of none that is known, the PDFs.
void complete_request(Request& request, const std::optional<VolumeRecord>& last) {
  const std::vector<std::string> volumes = std::move(request.volumes), editions = request.editions;
  const bool early_access = request.early_access;
  if (last && !request.makes_files() && editions.empty()) request = last->request;
  else if (!request.makes_files()) request.pdf = true;
  request.volumes = volumes;
  request.early_access |= early_access;
}

// "texts: 2 of 45 will be made" and which of them, as the log has it.
std::string made_words(const RunLog& log, std::string_view stage, std::string_view what,
                       const std::map<std::string, std::string>& reasons_by_file) {
  std::set<std::string> made, all;
  for (const RunLog::Record& record : log.records()) {
    if (record.stage != stage || record.subject.empty()) continue;
    all.insert(record.subject);
    if (record.origin == RunLog::Origin::Made) made.insert(record.subject);
  }
  std::string out = fmt::format("{}: {} made, {} from the cache\n", what, made.size(), all.size() - made.size());
  std::size_t told = 0;
  for (const std::string& file : made) {
    if (++told > kMostTexts) break;
    const auto reasons = reasons_by_file.find(file);
    const bool is_known = reasons != reasons_by_file.end() && !reasons->second.empty();
    out += fmt::format("  {}: {}\n", file, is_known ? reasons->second : "not kept in this form");
  }
  if (made.size() > kMostTexts) out += fmt::format("  and {} more\n", made.size() - kMostTexts);
  return out;
}

// Why texts, and why their pages, by the files of the texts.
struct ReasonsByFile {
  std::map<std::string, std::string> texts, pages;
};

void add_reasons(const VolumeStory& story, ReasonsByFile& out) {
  const RecordChanges changes(story.last ? &*story.last : nullptr, story.now);
  if (!changes.has_before()) return;
  for (const RecordedText& text : story.now.texts) out.texts.emplace(text.file, joined(changes.of_reading(text)));
  for (const RecordedLayout& layout : story.now.layouts)
    for (const RecordedPart& part : layout.parts)
      if (const RecordedText* text = story.now.find_text(part.key))
        out.pages.emplace(text->file, joined(changes.all_of_part(layout, part)));
}

}  // namespace

Result<std::string> explain(const std::vector<std::string>& words, const RunOptions& options, Environment env) {
  Rehearsal rehearsal(options, env);
  NBP_TRY_ASSIGN(const Book book, rehearsal.read_book());
  NBP_TRY_ASSIGN(const ExplainedThings things, explained_things(book, words));
  rehearsal.request().volumes = things.volumes;
  const std::string first = !things.volumes.empty() ? things.volumes.front() : book.volumes.empty() ? "" : book.volumes.front().key;
  complete_request(rehearsal.request(), rehearsal.records().last(first));
  NBP_TRY_ASSIGN(const std::vector<Rehearsal::Volume> volumes, rehearsal.volumes());
  std::string out, pages;
  for (const Rehearsal::Volume& volume : volumes) {
    if (things.texts.empty() && things.pages.empty()) out += explain_volume(volume.story);
    for (const std::string& key : things.texts)
      if (const RecordedText* text = volume.story.now.find_text(key)) out += explain_text(volume.story, *text);
    for (const std::string& page : things.pages) pages += explain_page(volume.story, page);
  }
  if (!things.pages.empty() && pages.empty())
    return fail(ErrorKind::Usage, fmt::format("no volume has a page {}", fmt::join(things.pages, ", ")),
                "nbpublish explain VOLUME says how many there are");
  if (!things.texts.empty() && out.empty())
    return fail(ErrorKind::Usage, "what was named is in none of the volumes", "drafts are read with --early-access");
  return out + pages;
}

Result<std::string> dry_run(const RunOptions& options, Environment env) {
  Rehearsal rehearsal(options, env);
  if (const auto files = rehearsal.known_run()) {
    std::string out = "nothing would be made: all is from the cache\n";
    for (const std::filesystem::path& file : *files) out += fmt::format("  {}\n", file.string());
    return out;
  }
  NBP_TRY_ASSIGN(const std::vector<Rehearsal::Volume> volumes, rehearsal.volumes());
  std::string out = "would be written:\n";
  for (const Rehearsal::Volume& volume : volumes)
    for (const std::filesystem::path& file : volume.files)
      if (volume.is_whole) out += fmt::format("  {}\n", file.string());
  for (const Rehearsal::Volume& volume : volumes)
    if (!volume.is_whole) out += fmt::format("{} would stay as it is: one of its texts cannot be read\n", volume.story.key);
  ReasonsByFile reasons;
  for (const Rehearsal::Volume& volume : volumes) add_reasons(volume.story, reasons);
  out += made_words(rehearsal.log(), stages::kText, "texts", reasons.texts);
  return out + made_words(rehearsal.log(), stages::kPages, "pages of texts", reasons.pages);
}

}  // namespace nbpublish
