// The printed cover of a volume, from its build and its final page count.
#pragma once

#include <filesystem>
#include <string>

#include "cover/wrap_cover.h"
#include "pipeline/volume_build.h"

namespace nbpublish {

struct CoverOrder {
  const VolumeBuild& build;
  const Style& style;  // the printed edition's
  const FontLibrary& fonts;
  int pages = 0;       // of the printed file, blank ones too
  std::string outlet;  // "kdp": a file of the folder of rules
  std::string paper;   // a paper of the outlet's; empty: its usual one
};

// Writes nothing. `rules` is the folder outlets/covers. Errors are read_cover_rules()'s and CoverRules::paper()'s; the author's
// mistakes are diagnostics, those of draw_wrap() and of a picture that cannot be read.
Result<WrapCover> make_cover(const CoverOrder& order, const std::filesystem::path& rules, const FileSystem& files,
                             DiagnosticSink& diagnostics);

}  // namespace nbpublish
