#include "workshop/careful_pictures.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>
#include <png.h>

#include <fmt/format.h>

#include <algorithm>

#include "figure/ebook_raster.h"
#include "figure/svg.h"
#include "workshop/wire.h"

namespace nbpublish {
namespace {

// Raise it when trials change.
constexpr int kTrials = 3;
constexpr unsigned kMostWorkers = 4;

std::string font_request(const SvgFonts& fonts) {
  WireWriter out;
  out.number(static_cast<std::uint64_t>(WorkOrder::Fonts));
  out.text(fonts.serif);
  out.text(fonts.sans);
  out.text(fonts.mono);
  out.number(fonts.files.size());
  for (const std::filesystem::path& file : fonts.files) out.text(file.string());
  return out.take();
}

// What a verdict depends on beside the picture. Of the fonts their names: a font of another content has another name in fonts.toml.
std::string version_of(const CarefulPlan& plan) {
  std::string out =
      fmt::format("{} {}.{}.{} {} {} {} {} {} {}", kTrials, rsvg_major_version, rsvg_minor_version, rsvg_micro_version,
                  cairo_version_string(), png_get_libpng_ver(nullptr), FcGetVersion(), plan.fonts.serif, plan.fonts.sans, plan.fonts.mono);
  for (const std::filesystem::path& file : plan.fonts.files) out += ' ' + file.filename().string();
  WireWriter looks;
  for (const PictureColours& colours : plan.looks) looks.colours(colours);
  return out + looks.take();
}

PictureQuestion key_of(WorkOrder order, std::string_view bytes, const std::string& rest = {}) {
  return {hash128(bytes), hash128(fmt::format("{} {}", static_cast<int>(order), rest))};
}

std::string bytes_of(const PictureColours& colours) {
  WireWriter out;
  out.colours(colours);
  return out.take();
}

// Without `colours`: of the looks of the plan.
PictureQuestion key_of(const Picture& picture, const PictureColours* colours, const PictureUse& use) {
  WireWriter rest;
  rest.size(use.printed);
  rest.number(use.turned ? 1 : 0);
  if (colours != nullptr) rest.colours(*colours);
  return key_of(WorkOrder::Recolour, picture.bytes, rest.take());
}

WireWriter request_for(WorkOrder order) {
  WireWriter out;
  out.number(static_cast<std::uint64_t>(order));
  return out;
}

}  // namespace

CarefulPictures::CarefulPictures(CarefulPlan plan)
    : plan_(std::move(plan)),
      pool_({plan_.worker, font_request(plan_.fonts), std::clamp(plan_.jobs, 1u, kMostWorkers)}),
      kept_(plan_.store),
      ledger_(plan_.store, version_of(plan_)) {}

CarefulPictures::~CarefulPictures() { ledger_.save(); }

std::optional<Status> CarefulPictures::known(const PictureQuestion& key) {
  const std::lock_guard lock(mutex_);
  if (const auto found = this_run_.find(key); found != this_run_.end()) return found->second;
  return ledger_.find(key);
}

void CarefulPictures::remember(const PictureQuestion& key, const WorkerAnswer& answer, const Status& verdict) {
  const std::lock_guard lock(mutex_);
  if (answer.is_sure) ledger_.keep(key, verdict);
  else this_run_[key] = verdict;
}

Status CarefulPictures::ask(const PictureQuestion& key, const std::string& request, const std::function<void(WireReader&)>& take) {
  NBP_TRY_ASSIGN(const WorkerAnswer answer, pool_.ask(request));
  Status verdict;
  WireReader reply(answer.reply);
  if (!answer.death.empty()) {
    verdict = fail(ErrorKind::Input, "the picture " + answer.death, "simplify it, or export it anew, as a PNG if it is a drawing");
  } else if (reply.number() == 0) {
    verdict = std::unexpected(reply.error());
  } else {
    take(reply);
    if (!reply.is_sound()) verdict = fail(ErrorKind::Input, "the picture confuses the library that reads it");
  }
  remember(key, answer, verdict);
  return verdict;
}

Result<PicturePtr> CarefulPictures::read(std::string_view bytes) {
  const PictureQuestion key = key_of(WorkOrder::Read, bytes);
  const auto verdict = known(key);
  if (verdict) NBP_TRY(*verdict);
  NBP_TRY_ASSIGN(PicturePtr picture, verdict ? read_known(bytes) : read_anew(key, bytes));
  NBP_TRY(try_drawing(picture));
  return picture;
}

Result<PicturePtr> CarefulPictures::read_known(std::string_view bytes) {
  if (PicturePtr kept = kept_.find(bytes)) return kept;
  Result<PicturePtr> picture = read_undrawn_picture(bytes);
  if (picture) kept_.keep(bytes, **picture);
  return picture;
}

Result<PicturePtr> CarefulPictures::read_anew(const PictureQuestion& key, std::string_view bytes) {
  if (bytes.size() > PictureLimits{}.max_bytes) return read_undrawn_picture(bytes);  // which says so
  WireWriter request = request_for(WorkOrder::Read);
  request.text(bytes);
  Picture picture;
  NBP_TRY(ask(key, request.take(), [&](WireReader& reply) { picture = reply.picture(); }));
  kept_.keep(bytes, picture);
  if (picture.kind != PictureKind::Svg) picture.bytes = bytes;
  return std::make_shared<const Picture>(std::move(picture));
}

Status CarefulPictures::try_drawing(const PicturePtr& picture) {
  if (picture->kind != PictureKind::Svg) return {};
  const PictureUse use{plan_.usual_size(*picture), false};
  if (const auto verdict = known(key_of(*picture, nullptr, use))) return *verdict;
  return try_looks(picture, use);
}

// All looks in one request: together they may take as much time as one. What needs no drawing again is made here when it is asked for.
Status CarefulPictures::try_looks(const PicturePtr& picture, const PictureUse& use) {
  std::vector<PictureColours> looks = plan_.looks;
  if (!looks_differ(*picture)) std::erase_if(looks, [](const PictureColours& colours) { return colours.look == PictureLook::Dark; });
  std::vector<RecolouredPicture> made;
  NBP_TRY(make(key_of(*picture, nullptr, use), picture, looks, use, made));
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < made.size(); ++i)
    if (made[i].flattened) made_[key_of(*picture, &looks[i], use)] = std::move(made[i]);
  return {};
}

Status CarefulPictures::make(const PictureQuestion& key, const PicturePtr& picture, const std::vector<PictureColours>& looks,
                             const PictureUse& use, std::vector<RecolouredPicture>& made) {
  WireWriter request = request_for(WorkOrder::Recolour);
  request.picture(*picture);
  request.size(use.printed);
  request.number(use.turned ? 1 : 0);
  request.number(looks.size());
  for (const PictureColours& colours : looks) request.colours(colours);
  return ask(key, request.take(), [&](WireReader& reply) {
    for (std::size_t i = 0; i < looks.size(); ++i) {
      const bool flattened = reply.number() != 0, changed = reply.number() != 0;
      made.push_back({changed ? std::make_shared<const Picture>(reply.picture()) : picture, flattened});
    }
  });
}

Result<RecolouredPicture> CarefulPictures::recolour(const PicturePtr& picture, const PictureColours& colours, const PictureUse& use) {
  return picture->kind == PictureKind::Svg ? recolour_drawing(picture, colours, use) : recolour_raster(picture, colours);
}

// The same at every size, and none but gray ones are other pictures.
Result<RecolouredPicture> CarefulPictures::recolour_raster(const PicturePtr& picture, const PictureColours& colours) {
  if (colours.look != PictureLook::Gray) return RecolouredPicture{picture};
  const PictureQuestion key = key_of(*picture, &colours, {});
  if (const auto verdict = known(key)) {
    NBP_TRY(*verdict);
    return recoloured(picture, colours, {});
  }
  return make_one(key, picture, colours, {});
}

Result<RecolouredPicture> CarefulPictures::recolour_drawing(const PicturePtr& picture, const PictureColours& colours,
                                                            const PictureUse& use) {
  if (const auto verdict = known(key_of(*picture, nullptr, use))) NBP_TRY(*verdict);
  else NBP_TRY(try_looks(picture, use));
  const PictureQuestion key = key_of(*picture, &colours, use);
  if (std::optional<RecolouredPicture> made = take_made(key)) return std::move(*made);
  if (looks_differ(*picture) && !is_planned(colours)) {
    if (const auto verdict = known(key)) NBP_TRY(*verdict);
    else return make_one(key, picture, colours, use);
  }
  return recoloured(picture, colours, use.printed);
}

Result<RecolouredPicture> CarefulPictures::make_one(const PictureQuestion& key, const PicturePtr& picture, const PictureColours& colours,
                                                    const PictureUse& use) {
  std::vector<RecolouredPicture> made;
  NBP_TRY(make(key, picture, {colours}, use, made));
  return made.front();
}

// Pixels are large: whoever wants them again makes them, now that they are known.
std::optional<RecolouredPicture> CarefulPictures::take_made(const PictureQuestion& key) {
  const std::lock_guard lock(mutex_);
  const auto found = made_.find(key);
  if (found == made_.end()) return std::nullopt;
  RecolouredPicture out = std::move(found->second);
  made_.erase(found);
  return out;
}

// False of the colours of another style than the book's.
bool CarefulPictures::is_planned(const PictureColours& colours) const {
  return std::ranges::any_of(plan_.looks, [&](const PictureColours& look) { return bytes_of(look) == bytes_of(colours); });
}

Result<std::string> CarefulPictures::fit_for_ebook(std::string_view bytes, std::uint64_t most_pixels) {
  const PictureQuestion key = key_of(WorkOrder::Ebook, bytes, fmt::to_string(most_pixels));
  if (const auto verdict = known(key)) {
    NBP_TRY(*verdict);
    return ebook_raster(bytes, most_pixels);
  }
  WireWriter request = request_for(WorkOrder::Ebook);
  request.text(bytes);
  request.number(most_pixels);
  std::string fit;
  NBP_TRY(ask(key, request.take(), [&](WireReader& reply) { fit = reply.text(); }));
  return fit;
}

Status CarefulPictures::try_pixels(const PicturePtr& picture, std::uint32_t width, std::uint32_t height) {
  const PictureQuestion key = key_of(WorkOrder::Pixels, picture->bytes, fmt::format("{} {}", width, height));
  if (const auto verdict = known(key)) return *verdict;
  WireWriter request = request_for(WorkOrder::Pixels);
  request.picture(*picture);
  request.number(width);
  request.number(height);
  return ask(key, request.take(), [](WireReader&) {});
}

}  // namespace nbpublish
