// The faces that text in SVG drawings is set in. librsvg asks Pango, and Pango asks fontconfig, which would look
// at the machine's fonts: the same drawing would come out otherwise on another machine.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace nbpublish {

struct SvgFonts {
  std::vector<std::filesystem::path> files;
  // What `serif`, `sans-serif` and `monospace` mean; `sans` also stands for every family that is not in `files`.
  std::string serif, sans, mono;
};

// From now on text in drawings is set in these faces alone, in the whole process. Call it before the first
// drawing is read and before there are threads. An Environment error if fontconfig refuses a file.
Status set_svg_fonts(const SvgFonts& fonts);

}  // namespace nbpublish
