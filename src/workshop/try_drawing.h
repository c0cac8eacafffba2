// Drawings drawn as they will be, into nothing.
#pragma once

#include <memory>

#include "figure/picture_maker.h"

namespace nbpublish {

// Draws on pages of a PDF that nobody reads, with the settings of output/pdf. An Input error says why it cannot be drawn.
class PageTrial {
 public:
  PageTrial();
  ~PageTrial();
  PageTrial(const PageTrial&) = delete;
  PageTrial& operator=(const PageTrial&) = delete;

  Status draw(const PicturePtr& picture, const PictureUse& use);

 private:
  struct Surface;
  std::unique_ptr<Surface> surface_;  // with the pages so far: making one, and ending one, costs more than a page does
};

// The same as pixels, as output/png draws pages.
Status try_as_pixels(const PicturePtr& picture, std::uint32_t width, std::uint32_t height);

}  // namespace nbpublish
