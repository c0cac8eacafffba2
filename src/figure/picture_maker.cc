#include "figure/picture_maker.h"

#include "figure/ebook_raster.h"

namespace nbpublish {

Result<PicturePtr> PicturesHere::read(std::string_view bytes) { return read_picture(bytes); }

Result<RecolouredPicture> PicturesHere::recolour(const PicturePtr& picture, const PictureColours& colours, const PictureUse& use) {
  return recoloured(picture, colours, use.printed);
}

Result<std::string> PicturesHere::fit_for_ebook(std::string_view bytes, std::uint64_t most_pixels) {
  return ebook_raster(bytes, most_pixels);
}

Status PicturesHere::try_pixels(const PicturePtr&, std::uint32_t, std::uint32_t) { return {}; }

PictureMaker& pictures_here() {
  static PicturesHere here;
  return here;
}

}  // namespace nbpublish
