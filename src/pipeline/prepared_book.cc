#include "pipeline/prepared_book.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "book/discovery.h"
#include "book/omnibus.h"
#include "diag/nearest.h"
#include "diag/told.h"
#include "diagram/draw_diagrams.h"
#include "layout/flow/flow.h"
#include "pipeline/choose_editions.h"
#include "pipeline/load_pictures.h"
#include "pipeline/pages_of_print.h"
#include "pipeline/picture_trials.h"
#include "pipeline/stages.h"
#include "pipeline/stored_packs.h"

namespace nbpublish {
namespace {

// Diagrams are drawn for the style's pages, a caption of two lines included.
DiagramRules diagram_rules(const Typography& typography) {
  const Style& style = typography.style;
  DiagramRules rules{style.measure, style.leading * style.figure_most_lines, highest_figure(style), style.family_sans, {}};
  for (std::size_t i = 0; i < typography.fonts.size(); ++i) {
    const FontEntry& face = typography.fonts.entry(static_cast<FontId>(i));
    if (face.family == style.family_sans || face.fallback)
      rules.faces.push_back({face.family, face.weight, face.italic, typography.paths.fonts / "files" / face.file, face.sha256});
  }
  return rules;
}

Result<Book> read_book(const RunOptions& options, Environment env, DiagnosticSink& diagnostics) {
  const RunLog::Span span(options.execution.log, stages::kManifest, {}, RunLog::Reach::Run);
  return load_book(env.files, options.folders.book, diagnostics);
}

Result<Typography> read_typography(const Prepared& prepared, const RunOptions& options, Environment env, DiagnosticSink& diagnostics) {
  const RunLog::Span span(options.execution.log, stages::kStyle, prepared.book.style, RunLog::Reach::Run);
  std::vector<Edition> styled = prepared.editions;
  if (prepared.print) styled.push_back(*prepared.print);
  return load_typography(prepared.book, styled, options.folders.book, env, diagnostics);
}

}  // namespace

Result<std::unique_ptr<Prepared>> prepare(const RunOptions& options, Purpose purpose, Environment env, DiagnosticSink& diagnostics) {
  const Request& request = options.request;
  auto prepared = std::make_unique<Prepared>();
  NBP_TRY_ASSIGN(prepared->book, read_book(options, env, diagnostics));
  if (prepared->book.volumes.empty() && diagnostics.count(Severity::Error) > 0) return fail_as_told();
  NBP_TRY_ASSIGN(prepared->volumes, choose_volumes(prepared->book, request.volumes));
  LoadOptions load{request.early_access, options.execution.jobs, {}, env.store, options.execution.log, options.execution.progress};
  if (purpose != Purpose::Text) {
    // Before any picture is read: it says in which faces drawings are set.
    if (request.pdf || request.cover) {
      NBP_TRY_ASSIGN(prepared->editions, choose_editions(prepared->book, request.editions));
    }
    if (!request.pdf && request.cover) {
      NBP_TRY_ASSIGN(prepared->editions, print_editions(prepared->editions));
    }
    // The ebook lists the pages of the print edition. One that is not final has none to be cited by.
    if ((request.epub || request.sample) && !request.early_access) prepared->print = print_edition_of(prepared->book);
    NBP_TRY_ASSIGN(prepared->typography, read_typography(*prepared, options, env, diagnostics));
    load.diagrams.redraw = purpose == Purpose::Redraw;
    load.diagrams.draw = [&, rules = diagram_rules(*prepared->typography)](const std::vector<std::string>& texts) {
      begin_stage(options.execution.progress, "drawing diagrams");
      const ResourcePaths& paths = prepared->typography->paths;
      return draw_diagrams(texts, rules, {paths.diagrams, paths.mermaid, env.store}, env.files, env.processes);
    };
  }
  NBP_TRY_ASSIGN(prepared->pictures, picture_maker(prepared->book, prepared->typography, options, env));
  load.one_at_a_time = prepared->typography.has_value();
  load.diagrams.maker = prepared->pictures.get();
  load.diagrams.jobs = options.execution.jobs;
  if (env.store != nullptr) prepared->packs = std::make_unique<StoredPacks>(*env.store);
  begin_stage(options.execution.progress, "reading");
  std::vector<const Volume*> read = prepared->volumes;
  if (request.omnibus) read.push_back(&prepared->omnibus.emplace(omnibus_of(prepared->book, prepared->volumes)));
  const RunLog::Span span(options.execution.log, stages::kDocuments, {}, RunLog::Reach::Run);
  NBP_TRY_ASSIGN(prepared->loaded, load_volumes(prepared->book, read, load, env.files, env.processes, diagnostics));
  return prepared;
}

void tell_once(DiagnosticSink& diagnostics) {
  std::set<std::tuple<DiagCode, std::string, SourceSpan, std::string>> told;
  DiagnosticSink unique;
  for (const Diagnostic& d : diagnostics.all())
    if (told.emplace(d.code, d.file, d.span, d.message).second) unique.add(d);
  diagnostics = std::move(unique);
}

VolumeBuild start_build(Prepared& prepared, const Volume& volume, LoadedVolume& loaded, const RunOptions& options, Environment env,
                        DiagnosticSink& diagnostics) {
  const RunLog::Span span(options.execution.log, stages::kPictures, volume.key, RunLog::Reach::Run);
  if (prepared.typography)
    for (LoadedVolume& other : prepared.loaded)
      if (&other != &loaded) other.put_away();
  loaded.take_out();
  VolumeBuild build{loaded.texts(prepared.book, volume, options.request.early_access)};
  build.pictures = load_pictures(prepared.book, build.texts.documents(), env.files, diagnostics,
                                 {loaded.diagrams.pictures, prepared.pictures.get(), options.execution.jobs, &build.refusal});
  build.maker = prepared.pictures.get();
  build.store = env.store;
  build.packs = prepared.packs.get();
  return build;
}
VolumeBuild start_build(Prepared& prepared, std::size_t index, const RunOptions& options, Environment env, DiagnosticSink& diagnostics) {
  return start_build(prepared, *prepared.volumes[index], prepared.loaded[index], options, env, diagnostics);
}

Result<std::vector<const Volume*>> choose_volumes(const Book& book, const std::vector<std::string>& keys) {
  std::vector<std::string> known;
  for (const Volume& v : book.volumes) known.push_back(v.key);
  std::vector<const Volume*> chosen;
  if (keys.empty())
    for (const Volume& v : book.volumes) chosen.push_back(&v);
  for (const std::string& key : keys) {
    const auto it = std::find(known.begin(), known.end(), key);
    if (it == known.end()) return std::unexpected(unknown_name("volume", key, known));
    const Volume* volume = &book.volumes[static_cast<std::size_t>(it - known.begin())];
    if (std::find(chosen.begin(), chosen.end(), volume) == chosen.end()) chosen.push_back(volume);
  }
  if (chosen.empty()) return fail(ErrorKind::Input, "the book has no volumes", "list them in book.toml");
  return chosen;
}

}  // namespace nbpublish
