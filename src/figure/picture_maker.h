// PictureMaker: whoever reads, recolours and converts pictures that nobody vouches for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "figure/figure.h"
#include "figure/picture_look.h"

namespace nbpublish {

// How a picture stands on a page.
struct PictureUse {
  Size printed;         // before it is turned
  bool turned = false;  // by a quarter
};

// All of it may be called from any thread. An Input error is the picture's fault.
class PictureMaker {
 public:
  virtual ~PictureMaker() = default;
  // What read_picture says.
  [[nodiscard]] virtual Result<PicturePtr> read(std::string_view bytes) = 0;
  // What recoloured says; the result can be drawn on a page as `use` says.
  [[nodiscard]] virtual Result<RecolouredPicture> recolour(const PicturePtr& picture, const PictureColours& colours,
                                                           const PictureUse& use) = 0;
  // What ebook_raster says.
  [[nodiscard]] virtual Result<std::string> fit_for_ebook(std::string_view bytes, std::uint64_t most_pixels) = 0;
  // Whether the picture can be drawn as so many pixels.
  [[nodiscard]] virtual Status try_pixels(const PicturePtr& picture, std::uint32_t width, std::uint32_t height) = 0;
};

// Does the work in this process and tries nothing: for pictures of our own, and for tests.
class PicturesHere : public PictureMaker {
 public:
  Result<PicturePtr> read(std::string_view bytes) override;
  Result<RecolouredPicture> recolour(const PicturePtr& picture, const PictureColours& colours, const PictureUse& use) override;
  Result<std::string> fit_for_ebook(std::string_view bytes, std::uint64_t most_pixels) override;
  Status try_pixels(const PicturePtr& picture, std::uint32_t width, std::uint32_t height) override;
};
PictureMaker& pictures_here();

}  // namespace nbpublish
