// Where the drawings of Mermaid fences come from.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "diagram/drawn_diagram.h"
#include "figure/picture_maker.h"
#include "figure/picture_table.h"
#include "pipeline/place_diagrams.h"
#include "platform/file_system.h"

namespace nbpublish {

struct DiagramPlan {
  // Draws what is not stored; unset = nothing is drawn, such fences stay code and nothing is said of them.
  std::function<Result<std::vector<DrawnDiagram>>(const std::vector<std::string>&)> draw;
  bool redraw = false;  // stored drawings too
  PictureMaker* maker = &pictures_here();
  unsigned jobs = 1;  // of the reading; drawing has its own
};

struct DiagramPictures {
  PictureTable pictures;                     // of all fences that become figures, by their key
  std::map<std::string, std::string> drawn;  // key -> SVG file, of those that were drawn now
};

struct DrawnFences {
  std::vector<PlacedDiagram> places;  // one for each fence, in their order
  DiagramPictures diagrams;
};

// What the fences become: stored drawings (note [stored diagrams]), others drawn now. Missing is one that Mermaid cannot read
// (`mermaid-syntax`), and all where nothing can be drawn (`mermaid-not-drawn`): pages of source would tell readers less.
DrawnFences draw_fences(const std::vector<const DiagramFence*>& fences, const std::filesystem::path& root, const DiagramPlan& plan,
                        const FileSystem& files, DiagnosticSink& diagnostics);

}  // namespace nbpublish
