// The texts of a volume in reading order, with what the tool writes itself among them.
#pragma once

#include <optional>
#include <vector>

#include "book/volume_texts.h"
#include "layout/page/chapter_layout.h"

namespace nbpublish {

struct VolumeText {
  const Document* document = nullptr;
  ChapterHeading heading;
  std::optional<MatterPlace> place;  // none: a chapter
};

// Front matter, chapters, back matter. `conventions` stands behind the prefaces; the result borrows it and the texts.
std::vector<VolumeText> texts_in_order(const VolumeTexts& texts, const Document& conventions);

}  // namespace nbpublish
