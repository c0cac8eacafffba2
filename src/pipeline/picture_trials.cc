#include "pipeline/picture_trials.h"

#include <utility>

#include "layout/flow/flow.h"
#include "workshop/careful_pictures.h"

namespace nbpublish {
namespace {

CarefulPlan plan_of(Style style, SvgFonts fonts, const RunOptions& options, const Environment& env) {
  CarefulPlan plan;
  plan.worker = env.picture_worker;
  plan.jobs = options.execution.jobs;
  plan.fonts = std::move(fonts);
  // `with_pictures` asks for the same, to the last colour; otherwise what is tried here is tried again there.
  for (const PictureLook look : {PictureLook::Light, PictureLook::Dark, PictureLook::Gray})
    plan.looks.push_back({look, style.light, style.dark});
  plan.store = env.store;
  plan.usual_size = [style = std::move(style)](const Picture& picture) { return usual_size(picture, style.measure, style); };
  return plan;
}

}  // namespace

Result<std::unique_ptr<PictureMaker>> picture_maker(const Book& book, const std::optional<Typography>& typography,
                                                    const RunOptions& options, Environment env) {
  if (env.picture_worker.empty()) return std::make_unique<PicturesHere>();
  if (!typography) {
    NBP_TRY_ASSIGN(DrawingSetup setup, drawing_setup(book, options.folders.book, env));
    return std::make_unique<CarefulPictures>(plan_of(std::move(setup.style), std::move(setup.fonts), options, env));
  }
  SvgFonts fonts = drawing_fonts(typography->style, entries_of(typography->fonts), typography->paths.fonts);
  return std::make_unique<CarefulPictures>(plan_of(typography->style, std::move(fonts), options, env));
}

}  // namespace nbpublish
