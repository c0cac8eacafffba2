#include "pipeline/place_diagrams.h"

#include <fmt/format.h>

#include <cassert>

#include "base/hash.h"
#include "base/utf8.h"
#include "document/picture_key.h"
#include "document/walk.h"
#include "source/mermaid.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostAlternative = 250;  // characters; more is no alternative but a text

bool is_fence(const Block& block) {
  const auto* code = as<CodeBlock>(block);
  return code != nullptr && code->info.language == "mermaid";
}

// "The parser. Flowchart: Scanner, Tokens." Labels alone do not say what about them is shown; the heading does.
std::string with_heading(const std::string& labels, const std::string& heading) {
  const std::string words = heading + ". " + labels;
  return heading.empty() || count_code_points(words) > kMostAlternative ? labels : words;
}

// "Flowchart: How a buffer grows. The drawing is missing."
std::string words_instead(const std::string& diagram) {
  const std::string_view said = alternative_text(diagram);
  std::string words(mermaid_kind(diagram));
  if (!said.empty()) words += ": " + std::string(said);
  return words + (words.ends_with('.') ? " " : ". ") + "The drawing is missing.";
}

class DiagramPlacer {
 public:
  DiagramPlacer(const Document& document, DiagnosticSink& diagnostics)
      : file_(document.file), heading_(plain_text(document.title)), diagnostics_(diagnostics) {}

  void enter(const Block& block) {
    if (const auto* heading = as<Heading>(block)) heading_ = plain_text(heading->children);
  }

  Figure figure_of(const Block& fence, const PlacedDiagram& place) {
    const auto& code = std::get<CodeBlock>(fence.content);
    Figure figure;
    figure.source = stored_diagram_name(code.text);
    figure.label = code.info.label;
    // A caption that only says what kind of source stands here says nothing of a drawing.
    if (plain_text(code.caption) != mermaid_caption(code.text)) figure.caption = code.caption;
    figure.description = place.description;
    figure.alt = place.state == DiagramState::Drawn ? alternative(fence, figure, place.title) : words_instead(code.text);
    return figure;
  }

 private:
  std::string alternative(const Block& fence, const Figure& figure, const std::string& title) {
    const auto tell = [&](const std::string& message) {
      diagnostics_.report(DiagCode::MissingAltText, file_, fence.span, message, "accTitle: what it shows, on a line of the diagram");
    };
    if (title.empty() && figure.caption.empty())
      tell(fmt::format("the drawing '{}' says nothing of itself", picture_key(file_, figure.source)));
    if (title.empty()) return plain_text(figure.caption);
    const std::string& text = std::get<CodeBlock>(fence.content).text;
    if (has_alternative_text(text) || !is_made_of_labels(title, text)) return title;
    tell("the diagram has no alternative text of its own; one is made of its labels and the heading above it");
    return with_heading(title, heading_);
  }

  const std::string& file_;
  std::string heading_;  // the nearest above, else the chapter's title
  DiagnosticSink& diagnostics_;
};

}  // namespace

std::string stored_diagram_name(std::string_view text) { return "diagrams/" + to_hex(hash64(text)) + ".svg"; }

std::string DiagramFence::key() const { return picture_key(file, stored_diagram_name(text)); }

std::vector<DiagramFence> fences_of(const Document& document) {
  std::vector<DiagramFence> out;
  for_each_block(document, [&](const Block& block) {
    if (!is_fence(block)) return;
    const auto& code = std::get<CodeBlock>(block.content);
    out.push_back({document.file, block.span, code.text, code.lines});
  });
  return out;
}

void place_diagrams(Document& document, std::span<const PlacedDiagram> places, DiagnosticSink& diagnostics) {
  DiagramPlacer placer(document, diagnostics);
  auto place = places.begin();
  edit_each_block(document, [&](Block& block) {
    placer.enter(block);
    if (!is_fence(block)) return;
    assert(place != places.end());
    if (place->state != DiagramState::Code) block.content = placer.figure_of(block, *place);
    ++place;
  });
}

}  // namespace nbpublish
