// CarefulPictures: pictures that nobody vouches for are read and drawn by a child first.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "figure/picture_maker.h"
#include "figure/svg_fonts.h"
#include "workshop/kept_pictures.h"
#include "workshop/ledger.h"
#include "workshop/picture_workers.h"
#include "workshop/wire.h"

namespace nbpublish {

struct CarefulPlan {
  std::vector<std::string> worker;  // argv of a program that calls run_picture_worker
  unsigned jobs = 1;
  SvgFonts fonts;
  // A drawing is tried in these looks at each size; at the one that it will most likely be printed at as soon as it is read.
  std::vector<PictureColours> looks;
  std::function<Size(const Picture&)> usual_size;
  Store* store = nullptr;  // of what earlier runs know of pictures; null: nothing is kept
};

// note [trials]: every form of a picture that this process decodes or draws was decoded or drawn by a child before, from the same bytes, at
// the same size, on the same kind of surface; what the child made on the way is taken as it is. If it dies of a picture, or needs more
// time or memory than any picture may, that picture is refused with an Input error, and the run goes on. Verdicts are kept by
// content in the ledger, so that a known picture is as if it were our own, and need not be read again; not those that another machine might
// not give: of time, and of the system's memory. What drawing tries at reading depends on nothing that a command may leave out, so that
// `check` refuses what a build does.
class CarefulPictures final : public PictureMaker {
 public:
  explicit CarefulPictures(CarefulPlan plan);
  ~CarefulPictures() override;  // saves the ledger

  Result<PicturePtr> read(std::string_view bytes) override;
  Result<RecolouredPicture> recolour(const PicturePtr& picture, const PictureColours& colours, const PictureUse& use) override;
  Result<std::string> fit_for_ebook(std::string_view bytes, std::uint64_t most_pixels) override;
  Status try_pixels(const PicturePtr& picture, std::uint32_t width, std::uint32_t height) override;

 private:
  std::optional<Status> known(const PictureQuestion& key);
  void remember(const PictureQuestion& key, const WorkerAnswer& answer, const Status& verdict);
  // Asks, and remembers under `key` what came of it. On success `take` gets the answer.
  Status ask(const PictureQuestion& key, const std::string& request, const std::function<void(WireReader&)>& take);
  Result<PicturePtr> read_known(std::string_view bytes);
  Result<PicturePtr> read_anew(const PictureQuestion& key, std::string_view bytes);
  Status try_drawing(const PicturePtr& picture);
  Status try_looks(const PicturePtr& picture, const PictureUse& use);
  Status make(const PictureQuestion& key, const PicturePtr& picture, const std::vector<PictureColours>& looks, const PictureUse& use,
              std::vector<RecolouredPicture>& made);
  Result<RecolouredPicture> make_one(const PictureQuestion& key, const PicturePtr& picture, const PictureColours& colours,
                                     const PictureUse& use);
  Result<RecolouredPicture> recolour_raster(const PicturePtr& picture, const PictureColours& colours);
  Result<RecolouredPicture> recolour_drawing(const PicturePtr& picture, const PictureColours& colours, const PictureUse& use);
  std::optional<RecolouredPicture> take_made(const PictureQuestion& key);
  bool is_planned(const PictureColours& colours) const;

  CarefulPlan plan_;
  PictureWorkers pool_;
  KeptPictures kept_;
  std::mutex mutex_;  // of what follows
  Ledger ledger_;
  std::map<PictureQuestion, Status> this_run_;         // verdicts that are not kept
  std::map<PictureQuestion, RecolouredPicture> made_;  // pixels of drawings, by a child in this run
};

}  // namespace nbpublish
