// VolumeInput: the texts of a volume, and what they are set with.
#pragma once

#include <cstddef>
#include <functional>

#include "book/volume_texts.h"
#include "layout/inline/context.h"
#include "layout/page/kept_layouts.h"
#include "style/style.h"

namespace nbpublish {

struct VolumeInput {
  VolumeTexts texts;
  const PageNumbers* elsewhere = nullptr;  // of the other volumes, for indexes of the whole set; null if there are none
  const PictureTable* pictures = nullptr;
  const Style* style = nullptr;
  const FontLibrary* fonts = nullptr;
  KeptLayouts* kept = nullptr;  // of these pictures, this style and these faces; null: none
  unsigned jobs = 1;
  std::function<void(std::size_t done, std::size_t all)> progress;  // may be called from any thread
};

}  // namespace nbpublish
