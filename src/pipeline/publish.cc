#include "pipeline/publish.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "audit/audit.h"
#include "audit/audit_report.h"
#include "audit/audit_summary.h"
#include "book/book_path.h"
#include "book/book_tree.h"
#include "book/discovery.h"
#include "book/omnibus.h"
#include "diag/nearest.h"
#include "diag/told.h"
#include "diagram/draw_diagrams.h"
#include "frame/shift.h"
#include "layout/flow/flow.h"
#include "output/epub/cover.h"
#include "pipeline/cache.h"
#include "pipeline/choose_editions.h"
#include "pipeline/kept_runs.h"
#include "pipeline/load_pictures.h"
#include "pipeline/made_files.h"
#include "pipeline/make_pdfs.h"
#include "pipeline/pages_of_print.h"
#include "pipeline/picture_trials.h"
#include "pipeline/stored_drawings.h"
#include "pipeline/styled_build.h"
#include "pipeline/typography.h"
#include "pipeline/volume_build.h"
#include "platform/output_set.h"
#include "style/style_sheet.h"

namespace nbpublish {
namespace {

// Everything that is read before the first volume is made.
struct Prepared {
  Book book;
  std::vector<const Volume*> volumes;
  std::optional<Volume> omnibus;         // of these, if it is wanted
  std::vector<Edition> editions;         // of the PDFs that are wanted
  std::optional<Edition> print;          // the edition whose pages the ebook lists
  std::optional<Typography> typography;  // if pages are to be made
  std::unique_ptr<PictureMaker> pictures;
  std::unique_ptr<DrawnPages> drawings;  // that are kept, if any are
  std::vector<LoadedVolume> loaded;      // of the volumes, then of the omnibus
};

// Diagrams are drawn for the style's pages, a caption of two lines included.
DiagramRules diagram_rules(const Typography& typography) {
  const Style& style = typography.style;
  DiagramRules rules{style.measure, style.leading * style.figure_most_lines, highest_figure(style), style.family_sans, {}};
  for (std::size_t i = 0; i < typography.fonts.size(); ++i) {
    const FontEntry& face = typography.fonts.entry(static_cast<FontId>(i));
    if (face.family == style.family_sans || face.fallback)
      rules.faces.push_back({face.family, face.weight, face.italic, typography.paths.fonts / "files" / face.file});
  }
  return rules;
}

enum class Purpose : std::uint8_t { Text, Pages, Redraw };  // Redraw: pages, all their diagrams drawn anew

Result<std::unique_ptr<Prepared>> prepare(const RunOptions& options, Purpose purpose, Environment env, DiagnosticSink& diagnostics) {
  const Request& request = options.request;
  auto prepared = std::make_unique<Prepared>();
  NBP_TRY_ASSIGN(prepared->book, load_book(env.files, options.folders.book, diagnostics));
  if (prepared->book.volumes.empty() && diagnostics.count(Severity::Error) > 0) return fail_as_told();
  NBP_TRY_ASSIGN(prepared->volumes, choose_volumes(prepared->book, request.volumes));
  LoadOptions load{request.early_access, options.execution.jobs, {}, env.store};
  if (purpose != Purpose::Text) {
    // Before any picture is read: it says in which faces drawings are set.
    if (request.pdf || request.cover) {
      NBP_TRY_ASSIGN(prepared->editions, choose_editions(prepared->book, request.editions));
    }
    if (!request.pdf && request.cover) {
      NBP_TRY_ASSIGN(prepared->editions, print_editions(prepared->editions));
    }
    std::vector<Edition> styled = prepared->editions;
    // The ebook lists the pages of the print edition. One that is not final has none to be cited by.
    if ((request.epub || request.sample) && !request.early_access) prepared->print = print_edition_of(prepared->book);
    if (prepared->print) styled.push_back(*prepared->print);
    NBP_TRY_ASSIGN(prepared->typography, load_typography(prepared->book, styled, options.folders.book, env, diagnostics));
    load.diagrams.redraw = purpose == Purpose::Redraw;
    load.diagrams.draw = [&, rules = diagram_rules(*prepared->typography)](const std::vector<std::string>& texts) {
      begin_stage(options.execution.progress, "drawing diagrams");
      const ResourcePaths& paths = prepared->typography->paths;
      return draw_diagrams(texts, rules, {paths.diagrams, paths.mermaid, options.folders.cache / "diagrams"}, env.files, env.processes);
    };
  }
  NBP_TRY_ASSIGN(prepared->pictures, picture_maker(prepared->book, prepared->typography, options, env));
  load.diagrams.maker = prepared->pictures.get();
  if (env.store != nullptr) prepared->drawings = std::make_unique<StoredDrawings>(*env.store);
  begin_stage(options.execution.progress, "reading");
  std::vector<const Volume*> read = prepared->volumes;
  if (request.omnibus) read.push_back(&prepared->omnibus.emplace(omnibus_of(prepared->book, prepared->volumes)));
  NBP_TRY_ASSIGN(prepared->loaded, load_volumes(prepared->book, read, load, env.files, env.processes, diagnostics));
  return prepared;
}

// Front and back matter stands in every volume; what is wrong with it is told once.
void tell_once(DiagnosticSink& diagnostics) {
  std::set<std::tuple<DiagCode, std::string, SourceSpan, std::string>> told;
  DiagnosticSink unique;
  for (const Diagnostic& d : diagnostics.all())
    if (told.emplace(d.code, d.file, d.span, d.message).second) unique.add(d);
  diagnostics = std::move(unique);
}

VolumeBuild start_build(const Prepared& prepared, const Volume& volume, const LoadedVolume& loaded, const RunOptions& options,
                        Environment env, DiagnosticSink& diagnostics) {
  VolumeBuild build{loaded.texts(prepared.book, volume, options.request.early_access)};
  build.pictures = load_pictures(prepared.book, build.texts.documents(), env.files, diagnostics, loaded.diagrams.pictures,
                                 *prepared.pictures, &build.refusal);
  build.maker = prepared.pictures.get();
  build.store = env.store;
  build.drawings = prepared.drawings.get();
  return build;
}
VolumeBuild start_build(const Prepared& prepared, std::size_t index, const RunOptions& options, Environment env,
                        DiagnosticSink& diagnostics) {
  return start_build(prepared, *prepared.volumes[index], prepared.loaded[index], options, env, diagnostics);
}

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
  NBP_TRY_ASSIGN(std::string stylesheet, read_style_sheet(env.files, typography.style, options.folders.book, diagnostics));
  EpubInput input = build.epub_input(std::move(stylesheet), timestamp);
  input.embed_fonts = options.request.embed_fonts;
  input.map_least = typography.style.opener_map_least;
  if (pages) input.pages = &*pages;
  for (const bool is_sample : {false, true}) {
    if (!(is_sample ? options.request.sample : whole)) continue;
    input.is_sample = is_sample;
    DiagnosticSink again;  // a sample tells nothing new
    NBP_TRY_ASSIGN(const EpubFiles files, write_epub(input, typography.fonts, is_sample && whole ? again : diagnostics));
    const std::filesystem::path folder = options.folders.out / build.volume().key;
    NBP_TRY(
        outputs.add(folder / (build.volume().key + (is_sample ? "-sample.epub" : ".epub")), is_sample ? "sample" : "EPUB", 0, files.epub));
    if (is_sample) continue;  // shops are told of what they sell
    NBP_TRY(outputs.add(folder / (build.volume().key + "-onix.xml"), "", 0, files.onix));
  }
  return {};
}

// Everything that is wanted of a volume.
// `pages_by_style` gets where it is printed.
Status make_volume(const Prepared& prepared, const VolumeBuild& build, std::int64_t timestamp, const RunOptions& options, Environment env,
                   MadeFiles& outputs, PagesByStyle& pages_by_style, DiagnosticSink& diagnostics) {
  const Typography& typography = *prepared.typography;
  if (options.request.cover) {
    NBP_TRY_ASSIGN(const PackageItem picture, make_cover(build.epub_input({}, timestamp), typography.fonts, diagnostics));
    const std::string name = build.volume().key + "-cover" + std::filesystem::path(picture.file).extension().string();
    NBP_TRY(outputs.add(options.folders.out / build.volume().key / name, "", 0, picture.bytes));
  }
  Layouts layouts(build, typography, options.execution);
  if (options.request.pdf || options.request.cover)
    NBP_TRY(make_pdfs(build, typography, layouts, prepared.editions, timestamp, options, env, outputs, diagnostics));
  std::optional<PrintedPages> pages;
  if (options.request.epub || options.request.sample) {
    NBP_TRY_ASSIGN(pages, pages_of_print(build, typography, layouts, prepared.print));
  }
  if (build.book().index.of_set) layouts.add_pages_to(pages_by_style);
  if (!options.request.epub && !options.request.sample) return {};
  return make_epubs(build, typography, pages, options.request.epub, timestamp, options, outputs, env, diagnostics);
}

// Puts the files of a volume, or of the omnibus, in their places. A book that lacks a text takes no earlier one's place: the
// reason is told at the text already.
Status finish(const LoadedVolume& loaded, MadeFiles& outputs, std::vector<MadeFile>& made) {
  return loaded.unread.empty() ? outputs.commit(made) : Status();
}

}  // namespace

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

namespace {

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
    NBP_TRY(make_volume(*prepared, build, timestamp, options, env, outputs, pages, diagnostics));
    NBP_TRY(finish(prepared->loaded[i], outputs, made));
  }
  if (prepared->omnibus) {
    VolumeBuild build = start_build(*prepared, *prepared->omnibus, prepared->loaded.back(), options, env, diagnostics);
    build.parts = prepared->volumes;
    load_cover(build.book(), build.volume(), env.files, build.pictures, diagnostics, *build.maker, &build.refusal);
    NBP_TRY(std::move(build.refusal));
    MadeFiles outputs(env.files, build.volume().key);
    // One ebook with the volumes as its parts. Their folios repeat, so it lists no pages.
    NBP_TRY(make_epubs(build, *prepared->typography, std::nullopt, true, timestamp, options, outputs, env, diagnostics));
    NBP_TRY(finish(prepared->loaded.back(), outputs, made));
  }
  tell_once(diagnostics);
  return made;
}

}  // namespace

Result<std::vector<MadeFile>> publish(const RunOptions& options, Environment env, DiagnosticSink& diagnostics) {
  const std::unique_ptr<Store> own = open_store(options, env);
  if (env.store == nullptr) return publish_anew(options, env, diagnostics);  // nothing is asked for
  KeptRuns runs(*env.store, options, env.files);
  if (std::optional<std::vector<MadeFile>> made = runs.find(diagnostics)) return std::move(*made);
  RecordedFiles seen(env.files, paths_in_cache(options.folders.cache));
  NBP_TRY_ASSIGN(std::vector<MadeFile> made, publish_anew(options, {seen, env.processes, env.picture_worker, env.store}, diagnostics));
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
