// The glyphs that a volume draws with each face.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "frame/frame.h"

namespace nbpublish {

struct UsedGlyph {
  std::uint32_t id = 0;
  std::string text;  // what it stands for alone; empty if it only occurs in larger clusters
};
// By FontId; each face's glyphs in order of first use. Why: note [equal subsets] in draw_part.cc.
using UsedGlyphs = std::vector<std::vector<UsedGlyph>>;

UsedGlyphs used_glyphs(const PagedVolume& volume, std::size_t face_count);

// The faces a part draws with, ascending.
std::vector<FontId> used_faces(const PagedPart& part, std::size_t face_count);

}  // namespace nbpublish
