// Mermaid diagrams, drawn as SVG by Mermaid itself in a headless Chromium.
// note [diagrams]: all diagrams of a build go into one page that Chromium opens once: starting it costs more than drawing.
// What it draws, diagrams/drawing.js draws anew: plain shapes and lines of text in the book's faces and in grays. Drawings are
// kept under a hash of everything that they depend on (the diagram, the rules, the scripts), so that a second build starts no
// Chromium; which release of Chromium it was is not part of it, so that the machines of one book agree.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/length.h"
#include "base/result.h"
#include "platform/file_system.h"
#include "platform/process.h"

namespace nbpublish {

struct DiagramFace {
  std::string family;
  int weight = 400;
  bool italic = false;
  std::filesystem::path file;
};

// What drawings are made for.
struct DiagramRules {
  Length measure;        // no wider
  Length usual_height;   // higher only if the lettering would get too small otherwise,
  Length page_height;    // and never higher than this
  std::string family;    // of the lettering
  std::vector<DiagramFace> faces;  // that family's, then those that are tried for characters it lacks
};

struct DiagramTools {
  std::filesystem::path scripts;  // folder of the page's own: diagrams/
  std::filesystem::path mermaid;  // mermaid.min.js, which `make diagrams` fetches
  std::filesystem::path cache;    // folder of drawings made before
};

struct DrawnDiagram {
  std::string svg;       // empty if it could not be drawn; then:
  std::string error;     // what Mermaid says of it
  int line = 0;          // of the diagram, from 1; 0 = unknown
};

// Draws `diagrams`; results in their order. An Environment error says what is missing where something has to be drawn anew.
// A diagram that takes Chromium down or keeps it busy costs itself, not the others, and a bounded time.
Result<std::vector<DrawnDiagram>> draw_diagrams(const std::vector<std::string>& diagrams, const DiagramRules& rules, const DiagramTools& tools,
                                                FileSystem& files, ProcessRunner& processes);

}  // namespace nbpublish
