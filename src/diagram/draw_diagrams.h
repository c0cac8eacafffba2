// Mermaid diagrams, drawn as SVG by Mermaid itself in a headless Chromium.
// note [diagrams]: all diagrams of a build go into one page that Chromium opens once: starting it costs more than drawing.
// What it draws, diagrams/drawing.js draws anew: plain shapes and lines of text in the book's faces and in grays. Drawings are
// kept under a hash of everything that they depend on (the diagram, the rules, the faces, the scripts, Mermaid), so that a second build
// starts no Chromium; which release of Chromium it was is not part of it, so that the machines of one book agree. They are kept as soon as
// Chromium gives them: what fails later in the run, be it the next diagram, costs none of them.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "diagram/diagram_rules.h"
#include "diagram/drawn_diagram.h"
#include "platform/file_system.h"
#include "platform/process.h"

namespace nbpublish {

// Draws `diagrams`; results in their order. An Environment error says what is missing where something has to be drawn anew.
// A diagram that takes Chromium down or keeps it busy costs itself, not the others, and a bounded time.
Result<std::vector<DrawnDiagram>> draw_diagrams(const std::vector<std::string>& diagrams, const DiagramRules& rules,
                                                const DiagramTools& tools, FileSystem& files, ProcessRunner& processes);

}  // namespace nbpublish
