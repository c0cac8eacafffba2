#include "pipeline/make_pdfs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "edition/block_place.h"
#include "edition/edition_pages.h"
#include "edition/split.h"
#include "output/pdf/write_pdf.h"
#include "pipeline/edition_pictures.h"
#include "pipeline/make_cover.h"
#include "pipeline/output_intents.h"
#include "pipeline/output_names.h"
#include "pipeline/pages_of_print.h"
#include "pipeline/print_rules.h"
#include "pipeline/screen_cover.h"
#include "pipeline/stages.h"
#include "pipeline/stored_parts.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

PdfStandard standard_of(const Edition& edition) {
  if (edition.kind == EditionKind::Screen) return PdfStandard::Accessible;
  switch (edition.standard) {
    case PrintStandard::X1a2001:
      return PdfStandard::X1a2001;
    case PrintStandard::X1a2003:
      return PdfStandard::X1a2003;
    case PrintStandard::X4:
      return PdfStandard::X4;
  }
  return PdfStandard::X1a2001;
}

const Theme& theme_of(const Style& style, const Edition& edition) {
  if (edition.kind == EditionKind::Print) return style.print;
  return edition.dark ? style.dark : style.light;
}

PictureLook look_of(const Edition& edition) {
  if (edition.kind == EditionKind::Print) return PictureLook::Gray;
  return edition.dark ? PictureLook::Dark : PictureLook::Light;
}

// What to write where a volume has more pages than an outlet binds.
std::string advice_to_split(const PagedVolume& layout, const PrintRules& rules) {
  const auto most = most_pages_of(rules);
  if (!most || print_page_count(layout) <= *most) return "";
  const auto plan = plan_split(layout, *most);
  if (!plan) return fmt::format("one topic alone has more than {} pages: divide it, or choose a style with a larger page", *most);
  return fmt::format("split-before = [{}] in its [[volume]] makes books of {} pages", fmt::join(plan->before, ", "),
                     fmt::join(plan->pages, ", "));
}

class EditionMaker {
 public:
  EditionMaker(const VolumeBuild& build, const Typography& typography, std::int64_t timestamp, const RunOptions& options, Environment env,
               MadeFiles& outputs, DiagnosticSink& diagnostics)
      : build_(build),
        typography_(typography),
        timestamp_(timestamp),
        options_(options),
        env_(env),
        outputs_(outputs),
        diagnostics_(diagnostics),
        documents_(build.texts.documents_by_key()) {
    if (env.store != nullptr) parts_.emplace(*env.store, options.execution.log);
  }

  // One file, but for print volumes that the manifest splits.
  Status make(const Edition& edition, const PagedVolume& layout) {
    say("drawing");
    const RunLog::Span span(options_.execution.log, stages::kPdf, build_.volume().key + '-' + edition.name, RunLog::Reach::Run);
    if (edition.kind == EditionKind::Screen) return make_screen(edition, layout);
    NBP_TRY_ASSIGN(const PrintRules rules, read_print_rules(env_.files, typography_.paths.outlets, build_.book(), edition, diagnostics_));
    const std::string thick = advice_to_split(layout, rules);
    PagedVolume printed = layout;
    printed.info.identifier = printed_pages(build_, layout).source;
    std::vector<PagedVolume> books = split_volume(printed, build_.volume().split_before);
    for (std::size_t i = 0; i < books.size(); ++i) {
      const std::string part = part_suffix(i, books.size());
      NBP_TRY(make_print(edition, rules, std::move(books[i]), part, thick));
    }
    return {};
  }

 private:
  const VolumeBuild& build_;
  const Typography& typography_;
  std::int64_t timestamp_;
  const RunOptions& options_;
  Environment env_;
  MadeFiles& outputs_;
  DiagnosticSink& diagnostics_;
  const DocumentsByKey documents_;
  std::optional<StoredParts> parts_;
  std::map<Size, PagedPart> covers_;  // of editions for screens, by their pages

  const Style& style_of(const Edition& edition) const { return typography_.style_of(edition); }
  std::filesystem::path path_of(const std::string& name) const { return options_.folders.out / build_.volume().key / name; }
  void say(std::string_view stage) const { begin_stage(options_.execution.progress, stage); }

  Status make_screen(const Edition& edition, const PagedVolume& layout) {
    NBP_TRY_ASSIGN(PdfOptions pdf, pdf_options(edition));
    const std::string name = pdf_name(build_.volume(), edition, "");
    pdf.store = parts_ ? &*parts_ : nullptr;
    pdf.linearized = options_.request.linearize;
    NBP_TRY_ASSIGN(const PagedVolume volume, pages_for_screen(edition, layout));
    NBP_TRY_ASSIGN(const std::string bytes, write_pdf(volume, typography_.fonts, pdf));
    return outputs_.add(path_of(name), edition.name, page_count(volume), bytes);
  }

  Status make_print(const Edition& edition, const PrintRules& rules, PagedVolume layout, std::string_view part, std::string_view thick) {
    const std::string name = pdf_name(build_.volume(), edition, part);
    const std::size_t pages = print_page_count(layout);
    if (options_.request.pdf) {
      NBP_TRY_ASSIGN(PdfOptions pdf, pdf_options(edition));
      pdf.store = parts_ ? &*parts_ : nullptr;
      NBP_TRY_ASSIGN(PagedVolume coloured, in_look_of(edition, std::move(layout), diagnostics_));
      const PagedVolume volume = pages_for_print(edition, rules, std::move(coloured));
      NBP_TRY_ASSIGN(const std::string bytes, write_pdf(volume, typography_.fonts, pdf));
      say("checking");
      const RunLog::Span span(options_.execution.log, stages::kCheck, name, RunLog::Reach::Run);
      NBP_TRY(check_print(bytes, name, rules, thick, env_.store, diagnostics_));
      NBP_TRY(outputs_.add(path_of(name), edition.name, page_count(volume), bytes));
    }
    if (!options_.request.cover) return {};
    for (const OutletRules& outlet : rules.outlets) NBP_TRY(make_wrap(edition, outlet.name, pages, part));
    return {};
  }

  Status make_wrap(const Edition& edition, const std::string& outlet, std::size_t pages, std::string_view part) {
    const CoverOrder order{build_, style_of(edition), typography_.fonts, static_cast<int>(pages), outlet, edition.paper};
    NBP_TRY_ASSIGN(WrapCover wrap, make_cover(order, typography_.paths.outlets / "covers", env_.files, diagnostics_));
    NBP_TRY_ASSIGN(wrap.volume, with_pictures(std::move(wrap.volume), {}, {}, options_.execution.jobs, diagnostics_, *build_.maker));
    wrap.volume.edges = {wrap.geometry.bleed, wrap.geometry.bleed, {}};
    NBP_TRY_ASSIGN(PdfOptions pdf, pdf_options(edition));
    pdf.theme = wrap.theme;
    pdf.in_colour = true;
    NBP_TRY_ASSIGN(const std::string bytes, write_pdf(wrap.volume, typography_.fonts, pdf));
    const std::string name = wrap_name(build_.volume(), edition, outlet, part);
    NBP_TRY(check_wrap(bytes, name, outlet, env_.store, diagnostics_));
    return outputs_.add(path_of(name), "cover", 0, bytes);
  }

  Result<PdfOptions> pdf_options(const Edition& edition) const {
    PdfOptions pdf;
    pdf.theme = theme_of(style_of(edition), edition);
    pdf.standard = standard_of(edition);
    pdf.timestamp = timestamp_;
    pdf.jobs = options_.execution.jobs;
    if (is_for_print(pdf.standard)) {
      NBP_TRY_ASSIGN(pdf.intent, output_intent(env_.files, edition.paper, pdf.standard));
    }
    return pdf;
  }

  Result<PagedVolume> in_look_of(const Edition& edition, PagedVolume layout, DiagnosticSink& diagnostics) const {
    const Style& style = style_of(edition);
    return with_pictures(std::move(layout), {look_of(edition), style.light, style.dark}, documents_, options_.execution.jobs, diagnostics,
                         *build_.maker);
  }

  // Both take most of their time with pictures, and much of it waiting: they are made side by side.
  Result<PagedVolume> pages_for_screen(const Edition& edition, const PagedVolume& layout) {
    Result<PagedVolume> volume;
    Status covered;
    DiagnosticSink of_pictures, of_cover;
    parallel_for(options_.execution.jobs, 2, [&](std::size_t i) {
      if (i == 0) volume = in_look_of(edition, layout, of_pictures);
      else covered = make_screen_cover(layout, of_cover);
    });
    diagnostics_.merge(std::move(of_pictures));
    diagnostics_.merge(std::move(of_cover));
    NBP_TRY(covered);
    if (!volume) return volume;
    *volume = screen_pages(std::move(*volume), style_of(edition));
    if (edition.dark) *volume = with_page_grounds(std::move(*volume));
    volume->parts.insert(volume->parts.begin(), covers_.at(layout.trim));
    return volume;
  }

  Status make_screen_cover(const PagedVolume& layout, DiagnosticSink& diagnostics) {
    if (covers_.contains(layout.trim)) return {};
    NBP_TRY_ASSIGN(PagedPart drawn, screen_cover(layout.trim, layout.info, build_, typography_.fonts, diagnostics));
    covers_.emplace(layout.trim, std::move(drawn));
    return {};
  }

  PagedVolume pages_for_print(const Edition& edition, const PrintRules& rules, PagedVolume layout) {
    const std::size_t count = print_page_count(layout);
    PrintSheet sheet = margins_of(rules, count);
    sheet.tabs = edition.tabs;
    sheet.crop_marks = edition.crop_marks;
    PrintPages pages = print_pages(std::move(layout), style_of(edition), sheet, typography_.fonts);
    if (!pages.has_room)
      diagnostics_.report(DiagCode::Preflight, build_.book().manifest, edition.span,
                          fmt::format("{} pages of {} need margins of {:.1f} and {:.1f} pt, and the measure leaves {:.1f}", count,
                                      build_.volume().key, sheet.inner_margin.points(), sheet.outer_margin.points(),
                                      (style_of(edition).trim_width - style_of(edition).measure).points()),
                          "choose a style with a narrower measure, or a larger trim");
    return std::move(pages.volume);
  }
};

}  // namespace

Status make_pdfs(const VolumeBuild& build, const Typography& typography, Layouts& layouts, const std::vector<Edition>& editions,
                 std::int64_t timestamp, const RunOptions& options, Environment env, MadeFiles& outputs, DiagnosticSink& diagnostics) {
  EditionMaker maker(build, typography, timestamp, options, env, outputs, diagnostics);
  for (const Edition& edition : editions) {
    NBP_TRY_ASSIGN(const PagedVolume* layout, layouts.of(typography.style_of(edition), diagnostics));
    NBP_TRY(maker.make(edition, *layout));
  }
  return {};
}

}  // namespace nbpublish
