// A PictureMaker for tests to change: everything is done here, as for pictures of our own.
#pragma once

#include "figure/picture_maker.h"

namespace nbpublish::testing {

class OtherPictures : public PictureMaker {
 public:
  Result<PicturePtr> read(std::string_view bytes) override { return pictures_here().read(bytes); }
  Result<RecolouredPicture> recolour(const PicturePtr& picture, const PictureColours& colours, const PictureUse& use) override {
    return pictures_here().recolour(picture, colours, use);
  }
  Result<std::string> fit_for_ebook(std::string_view bytes, std::uint64_t most_pixels) override {
    return pictures_here().fit_for_ebook(bytes, most_pixels);
  }
  Status try_pixels(const PicturePtr&, std::uint32_t, std::uint32_t) override { return {}; }
};

}  // namespace nbpublish::testing
