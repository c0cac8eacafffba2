#include "pipeline/planned_files.h"

#include "edition/split.h"
#include "output/epub/cover.h"
#include "pipeline/output_names.h"
#include "pipeline/print_rules.h"

namespace nbpublish {
namespace {

class Planner {
 public:
  Planner(const Prepared& prepared, const VolumeBuild& build, Layouts& layouts, const RunOptions& options, Environment env)
      : prepared_(prepared), build_(build), layouts_(layouts), options_(options), env_(env) {}

  Result<std::vector<std::filesystem::path>> plan() {
    const Request& request = options_.request;
    if (request.cover) {
      NBP_TRY_ASSIGN(const PackageItem picture, make_cover(build_.epub_input({}, 0), prepared_.typography->fonts, untold_));
      add(cover_picture_name(build_.volume(), picture.file));
    }
    if (request.pdf || request.cover)
      for (const Edition& edition : prepared_.editions) NBP_TRY(add_edition(edition));
    if (request.epub) add(epub_name(build_.volume(), false)), add(onix_name(build_.volume()));
    if (request.sample) add(epub_name(build_.volume(), true));
    return std::move(files_);
  }

 private:
  const Prepared& prepared_;
  const VolumeBuild& build_;
  Layouts& layouts_;
  const RunOptions& options_;
  Environment env_;
  DiagnosticSink untold_;
  std::vector<std::filesystem::path> files_;

  void add(const std::string& name) { files_.push_back(options_.folders.out / build_.volume().key / name); }

  Status add_edition(const Edition& edition) {
    NBP_TRY_ASSIGN(const PagedVolume* layout, layouts_.of(prepared_.typography->style_of(edition), untold_));
    if (edition.kind == EditionKind::Screen) {
      add(pdf_name(build_.volume(), edition, ""));
      return {};
    }
    NBP_TRY_ASSIGN(const PrintRules rules,
                   read_print_rules(env_.files, prepared_.typography->paths.outlets, build_.book(), edition, untold_));
    const std::vector<int>& before = build_.volume().split_before;
    const std::size_t books = before.empty() ? 1 : split_volume(*layout, before).size();
    for (std::size_t i = 0; i < books; ++i) {
      if (options_.request.pdf) add(pdf_name(build_.volume(), edition, part_suffix(i, books)));
      if (!options_.request.cover) continue;
      for (const OutletRules& outlet : rules.outlets) add(wrap_name(build_.volume(), edition, outlet.name, part_suffix(i, books)));
    }
    return {};
  }
};

}  // namespace

Result<std::vector<std::filesystem::path>> planned_files(const Prepared& prepared, const VolumeBuild& build, Layouts& layouts,
                                                         const RunOptions& options, Environment env) {
  return Planner(prepared, build, layouts, options, env).plan();
}

}  // namespace nbpublish
