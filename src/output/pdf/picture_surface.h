// PictureSurface: pictures drawn by Cairo, as a PDF file of their own.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>

#include "base/result.h"
#include "frame/frame.h"

namespace nbpublish {

class PictureSurface {
 public:
  PictureSurface();
  PictureSurface(const PictureSurface&) = delete;
  PictureSurface& operator=(const PictureSurface&) = delete;

  // A page as large as the picture, with it alone.
  Status draw(PlacedPicture placed);
  // The file's bytes; equal pictures give equal ones.
  Result<std::string> finish();

 private:
  std::string bytes_;
  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> context_;
};

}  // namespace nbpublish
