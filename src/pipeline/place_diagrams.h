// Mermaid fences become figures.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "diagram/drawn_diagram.h"
#include "document/document.h"
#include "figure/picture_maker.h"
#include "figure/picture_table.h"
#include "platform/file_system.h"

namespace nbpublish {

// note [stored diagrams]: a drawing stored beside its chapter, as diagrams/HASH.svg, is taken before any other: it needs no
// Chromium, it is the same on all machines of a book, and its author has seen it. HASH is that of the fence's text, so a
// changed diagram never shows an old drawing. `nbpublish diagrams` stores them.
std::string stored_diagram_name(std::string_view text);

struct DiagramPlan {
  // Draws what is not stored; unset = nothing is drawn, such fences stay code and nothing is said of them.
  std::function<Result<std::vector<DrawnDiagram>>(const std::vector<std::string>&)> draw;
  bool redraw = false;  // stored drawings too
  PictureMaker* maker = &pictures_here();
};

struct PlacedDiagrams {
  PictureTable pictures;                     // of all figures that were made, by their key
  std::map<std::string, std::string> drawn;  // key -> SVG file, of those that were drawn now
};

// In every document, fences of Mermaid become Figures with the fence's title as their caption and what the drawing says of
// itself as their alternative text. In the place of one that Mermaid cannot read (`mermaid-syntax`), and of all where nothing can be drawn
// (`mermaid-not-drawn`), its words stand: a Figure whose picture the table knows to be missing. Pages of source would tell readers less.
PlacedDiagrams place_diagrams(const std::vector<Document*>& documents, const std::filesystem::path& root, const DiagramPlan& plan,
                              const FileSystem& files, DiagnosticSink& diagnostics);

}  // namespace nbpublish
