// Mermaid fences become figures.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "document/document.h"

namespace nbpublish {

// note [stored diagrams]: a drawing stored beside its chapter, as diagrams/HASH.svg, is taken before any other: it needs no
// Chromium, it is the same on all machines of a book, and its author has seen it. HASH is that of the fence's text, so a
// changed diagram never shows an old drawing. `nbpublish diagrams` stores them.
std::string stored_diagram_name(std::string_view text);

// A Mermaid fence of a text as it was read: all that it takes to draw it, and to say where it stands.
struct DiagramFence {
  std::string file;  // of the text
  SourceSpan span;
  std::string text;
  std::vector<SourceSpan> lines{};  // CodeBlock::lines

  // What the table of pictures calls the drawing.
  std::string key() const;
};

// In reading order, notes last.
std::vector<DiagramFence> fences_of(const Document& document);

// What a fence becomes.
enum class DiagramState : std::uint8_t {
  Code,     // it stays one
  Missing,  // a figure without a picture: what the diagram says of itself stands there
  Drawn,
};
// All that a text is given of a drawing.
struct PlacedDiagram {
  DiagramState state = DiagramState::Code;
  std::string title{}, description{};  // what the drawing says of itself
};

// Fences become Figures with their titles as captions and what the drawings say of themselves as alternative text. `places` stand for the
// document's fences, in their order.
void place_diagrams(Document& document, std::span<const PlacedDiagram> places, DiagnosticSink& diagnostics);

}  // namespace nbpublish
