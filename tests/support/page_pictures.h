// The pictures on pages, for what decodes them.
#pragma once

#include <map>

#include "archive/decoding.h"
#include "archive/encoder.h"
#include "support/layout_fixture.h"

namespace nbpublish::testing {

inline Decoding with_pictures_of(const PagedVolume& volume) {
  std::map<Hash128, PicturePtr> pictures;
  for (const PagedPart& part : volume.parts)
    for (const Page& page : part.pages)
      for (const FrameItem& item : page.items)
        if (const auto* placed = std::get_if<PlacedPicture>(&item.content))
          pictures.emplace(hash_of_picture(*placed->picture), placed->picture);
  const auto find = [pictures](const Hash128& hash) {
    const auto it = pictures.find(hash);
    return it == pictures.end() ? PicturePtr() : it->second;
  };
  return {find, project_fonts().size()};
}

}  // namespace nbpublish::testing
