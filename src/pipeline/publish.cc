#include "pipeline/publish.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "audit/audit.h"
#include "audit/audit_report.h"
#include "audit/audit_summary.h"
#include "book/book_path.h"
#include "book/book_tree.h"
#include "frame/shift.h"
#include "output/epub/cover.h"
#include "pipeline/cache.h"
#include "pipeline/kept_records.h"
#include "pipeline/kept_runs.h"
#include "pipeline/load_pictures.h"
#include "pipeline/made_files.h"
#include "pipeline/make_pdfs.h"
#include "pipeline/output_names.h"
#include "pipeline/pages_of_print.h"
#include "pipeline/prepared_book.h"
#include "pipeline/record_volume.h"
#include "pipeline/stages.h"
#include "pipeline/styled_build.h"
#include "platform/output_set.h"
#include "style/style_sheet.h"

namespace nbpublish {
namespace {

// The print edition is laid out for its pages if it was not for itself; what is wrong with them is told where it is made.
Result<std::optional<PrintedPages>> pages_of_print(const VolumeBuild& build, const Typography& typography, Layouts& layouts,
                                                   const std::optional<Edition>& print) {
  if (!print) return std::nullopt;
  DiagnosticSink untold;
  NBP_TRY_ASSIGN(const PagedVolume* layout, layouts.of(typography.style_of(*print), untold));
  return printed_pages(build, *layout);
}

// The ebook with what shops are told of it, its sample, or both.
Status make_epubs(const VolumeBuild& build, const Typography& typography, const std::optional<PrintedPages>& pages, bool whole,
                  std::int64_t timestamp, const RunOptions& options, MadeFiles& outputs, Environment env, DiagnosticSink& diagnostics) {
  begin_stage(options.execution.progress, "packing");
  const RunLog::Span span(options.execution.log, stages::kEpub, build.volume().key, RunLog::Reach::Run);
  NBP_TRY_ASSIGN(std::string stylesheet, read_style_sheet(env.files, typography.style, options.folders.book, diagnostics));
  EpubInput input = build.epub_input(std::move(stylesheet), timestamp);
  input.embed_fonts = options.request.embed_fonts;
  input.map_least = typography.style.opener_map_least;
  if (pages) input.pages = &*pages;
  input.jobs = options.execution.jobs;
  for (const bool is_sample : {false, true}) {
    if (!(is_sample ? options.request.sample : whole)) continue;
    input.is_sample = is_sample;
    DiagnosticSink again;  // a sample tells nothing new
    NBP_TRY_ASSIGN(const EpubFiles files, write_epub(input, typography.fonts, is_sample && whole ? again : diagnostics));
    const std::filesystem::path folder = options.folders.out / build.volume().key;
    NBP_TRY(outputs.add(folder / epub_name(build.volume(), is_sample), is_sample ? "sample" : "EPUB", 0, files.epub));
    if (is_sample) continue;  // shops are told of what they sell
    NBP_TRY(outputs.add(folder / onix_name(build.volume()), "", 0, files.onix));
  }
  return {};
}

// Everything that is wanted of a volume, with the layouts that it takes.
Status make_volume(const Prepared& prepared, const VolumeBuild& build, Layouts& layouts, std::int64_t timestamp, const RunOptions& options,
                   Environment env, MadeFiles& outputs, DiagnosticSink& diagnostics) {
  const Typography& typography = *prepared.typography;
  if (options.request.cover) {
    const RunLog::Span span(options.execution.log, stages::kCover, build.volume().key, RunLog::Reach::Run);
    NBP_TRY_ASSIGN(const PackageItem picture, make_cover(build.epub_input({}, timestamp), typography.fonts, diagnostics));
    const std::string name = cover_picture_name(build.volume(), picture.file);
    NBP_TRY(outputs.add(options.folders.out / build.volume().key / name, "", 0, picture.bytes));
  }
  if (options.request.pdf || options.request.cover)
    NBP_TRY(make_pdfs(build, typography, layouts, prepared.editions, timestamp, options, env, outputs, diagnostics));
  std::optional<PrintedPages> pages;
  if (options.request.epub || options.request.sample) {
    NBP_TRY_ASSIGN(pages, pages_of_print(build, typography, layouts, prepared.print));
  }
  if (!options.request.epub && !options.request.sample) return {};
  return make_epubs(build, typography, pages, options.request.epub, timestamp, options, outputs, env, diagnostics);
}

// Puts the files of a volume, or of the omnibus, in their places. A book that lacks a text takes no earlier one's place: the
// reason is told at the text already.
Status finish(const LoadedVolume& loaded, MadeFiles& outputs, std::vector<MadeFile>& made, RunLog* log) {
  const RunLog::Span span(log, stages::kWrite, {}, RunLog::Reach::Run);
  return loaded.unread.empty() ? outputs.commit(made) : Status();
}

// For explanations (note [records] in kept_records.h).
void keep_record(const VolumeBuild& build, const Layouts& layouts, const Typography& typography, const RunOptions& options,
                 Environment env) {
  if (env.store == nullptr) return;
  KeptRecords(*env.store, options.folders).keep(build.volume().key, record_volume(build, layouts, typography, options, env.files));
}

Result<std::vector<MadeFile>> publish_anew(const RunOptions& options, Environment env, DiagnosticSink& diagnostics) {
  NBP_TRY_ASSIGN(const std::unique_ptr<Prepared> prepared, prepare(options, Purpose::Pages, env, diagnostics));
  const std::int64_t timestamp = options.request.source_date.value_or(timestamp_of(prepared->book, prepared->loaded));
  std::vector<MadeFile> made;
  PagesByStyle pages;
  for (std::size_t i = 0; i < prepared->volumes.size(); ++i) {
    VolumeBuild build = start_build(*prepared, i, options, env, diagnostics);
    build.elsewhere = &pages;
    load_cover(build.book(), build.volume(), env.files, build.pictures, diagnostics, *build.maker, &build.refusal);
    NBP_TRY(std::move(build.refusal));
    MadeFiles outputs(env.files, build.volume().key);
    Layouts layouts(build, *prepared->typography, options.execution);
    NBP_TRY(make_volume(*prepared, build, layouts, timestamp, options, env, outputs, diagnostics));
    NBP_TRY(finish(prepared->loaded[i], outputs, made, options.execution.log));
    if (build.book().index.of_set) layouts.add_pages_to(pages);
    if (prepared->loaded[i].unread.empty()) keep_record(build, layouts, *prepared->typography, options, env);
  }
  if (prepared->omnibus) {
    VolumeBuild build = start_build(*prepared, *prepared->omnibus, prepared->loaded.back(), options, env, diagnostics);
    build.parts = prepared->volumes;
    load_cover(build.book(), build.volume(), env.files, build.pictures, diagnostics, *build.maker, &build.refusal);
    NBP_TRY(std::move(build.refusal));
    MadeFiles outputs(env.files, build.volume().key);
    // One ebook with the volumes as its parts. Their folios repeat, so it lists no pages.
    NBP_TRY(make_epubs(build, *prepared->typography, std::nullopt, true, timestamp, options, outputs, env, diagnostics));
    NBP_TRY(finish(prepared->loaded.back(), outputs, made, options.execution.log));
  }
  tell_once(diagnostics);
  return made;
}

std::optional<std::vector<MadeFile>> find_run(KeptRuns& runs, RunLog* log, DiagnosticSink& diagnostics) {
  RunLog::Span span(log, stages::kLookUp, {}, RunLog::Reach::Run);
  std::optional<std::vector<MadeFile>> made = runs.find(diagnostics);
  if (made) span.set_found();
  return made;
}

}  // namespace

Result<std::vector<MadeFile>> publish(const RunOptions& options, Environment env, DiagnosticSink& diagnostics) {
  const std::unique_ptr<Store> own = open_store(options, env);
  if (env.store == nullptr) return publish_anew(options, env, diagnostics);  // nothing is asked for
  KeptRuns runs(*env.store, options, env.files);
  if (std::optional<std::vector<MadeFile>> made = find_run(runs, options.execution.log, diagnostics)) return std::move(*made);
  RecordedFiles seen(env.files, paths_in_cache(options.folders.cache));
  NBP_TRY_ASSIGN(std::vector<MadeFile> made, publish_anew(options, {seen, env.processes, env.picture_worker, env.store}, diagnostics));
  const RunLog::Span span(options.execution.log, stages::kKeep, {}, RunLog::Reach::Run);
  runs.keep(seen, made, diagnostics);
  env.store->prune();
  return made;
}

Status check(const RunOptions& options, Environment env, DiagnosticSink& diagnostics) {
  const std::unique_ptr<Store> own = open_store(options, env);
  NBP_TRY_ASSIGN(const std::unique_ptr<Prepared> prepared, prepare(options, Purpose::Text, env, diagnostics));
  for (std::size_t i = 0; i < prepared->volumes.size(); ++i) {
    VolumeBuild build = start_build(*prepared, i, options, env, diagnostics);
    load_cover(build.book(), build.volume(), env.files, build.pictures, diagnostics, *build.maker, &build.refusal);
    NBP_TRY(std::move(build.refusal));
  }
  NBP_TRY(check_book_style(prepared->book, options.folders.book, env, diagnostics));
  tell_once(diagnostics);
  return {};
}

Result<std::vector<std::filesystem::path>> store_diagrams(const RunOptions& options, Environment env, DiagnosticSink& diagnostics) {
  // Drawing takes long: what is drawn is not lost where a file cannot be written.
  const std::unique_ptr<Store> own = make_store(options, env);
  NBP_TRY_ASSIGN(const std::unique_ptr<Prepared> prepared, prepare(options, Purpose::Redraw, env, diagnostics));
  std::vector<std::filesystem::path> written;
  for (const auto& [key, svg] : prepared->loaded.front().diagrams.drawn) {
    if (!path_in_book(env.files, options.folders.book, key))
      return fail(ErrorKind::Input, fmt::format("'{}' would lead out of the book's folder", key));
    written.push_back(options.folders.book / key);
    NBP_TRY(env.files.write_file(written.back(), svg));
  }
  tell_once(diagnostics);
  return written;
}

Result<AuditedBook> audit(AuditForm form, const RunOptions& options, Environment env, DiagnosticSink& diagnostics) {
  const std::unique_ptr<Store> own = open_store(options, env);
  NBP_TRY_ASSIGN(const std::unique_ptr<Prepared> prepared, prepare(options, Purpose::Pages, env, diagnostics));
  const Typography& typography = *prepared->typography;
  AuditedBook out;
  PagesByStyle pages;
  for (std::size_t i = 0; i < prepared->volumes.size(); ++i) {
    VolumeBuild started = start_build(*prepared, i, options, env, diagnostics);
    started.elsewhere = &pages;
    const StyledBuild styled(started, typography.style);
    const VolumeBuild& build = styled.build();
    NBP_TRY_ASSIGN(PagedVolume laid_out, lay_out(build, typography.style, typography, options.execution, diagnostics));
    const PagedVolume volume = in_place(std::move(laid_out));
    add_pages(volume, pages[&typography.style]);
    const AuditInput input{volume, typography.style, typography.fonts, build.texts.documents_by_key()};
    const Audit found = audit_volume(input);
    const std::string& key = build.volume().key;
    out.report += form == AuditForm::Summary ? audit_summary(found, measure_rhythm(AuditView(input)), key) : audit_report(found, key);
    out.clean = out.clean && found.is_clean();
  }
  tell_once(diagnostics);
  return out;
}

Result<std::string> list(const RunOptions& options, Environment env, DiagnosticSink& diagnostics) {
  const std::unique_ptr<Store> own = open_store(options, env);
  // Drafts are counted too: the list is the author's view.
  RunOptions all = options;
  all.request.early_access = true;
  NBP_TRY_ASSIGN(const std::unique_ptr<Prepared> prepared, prepare(all, Purpose::Text, env, diagnostics));
  std::map<std::string, std::size_t> words;
  std::map<std::string, std::string> titles;
  for (const LoadedVolume& v : prepared->loaded)
    for (const auto& [key, document] : v.chapters) words[key] = count_words(document), titles[key] = plain_text(document.title);
  Book shown = prepared->book;
  for (Volume& volume : shown.volumes)
    for (Topic& topic : volume.topics)
      for (Chapter& chapter : topic.chapters)
        if (const auto title = titles.find(chapter.key); title != titles.end()) chapter.title = title->second;
  std::erase_if(shown.volumes, [&](const Volume& volume) {
    return std::none_of(prepared->volumes.begin(), prepared->volumes.end(),
                        [&](const Volume* chosen) { return chosen->key == volume.key; });
  });
  return list_book(shown, words);
}

const std::vector<std::string>& dump_stages() {
  static const std::vector<std::string> kStages = {"document", "frames"};
  return kStages;
}

Result<std::string> dump_stage(const std::string& stage, const RunOptions& options, Environment env, DiagnosticSink& diagnostics) {
  const std::unique_ptr<Store> own = open_store(options, env);
  NBP_TRY_ASSIGN(const std::unique_ptr<Prepared> prepared,
                 prepare(options, stage == "frames" ? Purpose::Pages : Purpose::Text, env, diagnostics));
  const std::optional<Typography>& typography = prepared->typography;
  std::string out;
  PagesByStyle pages;
  for (std::size_t i = 0; i < prepared->volumes.size(); ++i) {
    VolumeBuild build = start_build(*prepared, i, options, env, diagnostics);
    build.elsewhere = &pages;
    if (!typography) {
      for (const Document* document : build.texts.documents()) out += dump(*document);
      continue;
    }
    const StyledBuild styled(build, typography->style);
    NBP_TRY_ASSIGN(const PagedVolume volume, lay_out(styled.build(), typography->style, *typography, options.execution, diagnostics));
    add_pages(volume, pages[&typography->style]);
    for (const PagedPart& part : volume.parts) out += dump(part, typography->fonts);
  }
  tell_once(diagnostics);
  return out;
}

}  // namespace nbpublish
