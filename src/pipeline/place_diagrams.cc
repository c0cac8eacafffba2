#include "pipeline/place_diagrams.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "document/picture_key.h"
#include "document/walk.h"
#include "platform/door.h"
#include "source/mermaid.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostAlternative = 250;  // characters; more is no alternative but a text

struct Fence {
  Document* document = nullptr;
  Block* block = nullptr;
  std::string source, key;  // of the drawing: as a figure names it, and in the table of pictures
  std::string heading;      // the nearest above it, else the chapter's title
  PicturePtr picture;

  const CodeBlock& code() const { return std::get<CodeBlock>(block->content); }
};

std::vector<Fence> fences_of(const std::vector<Document*>& documents) {
  std::vector<Fence> out;
  for (Document* document : documents) {
    std::string heading = plain_text(document->title);
    edit_each_block(*document, [&](Block& block) {
      if (const auto* h = std::get_if<Heading>(&block.content)) heading = plain_text(h->children);
      const auto* code = std::get_if<CodeBlock>(&block.content);
      if (code == nullptr || code->info.language != "mermaid") return;
      const std::string source = stored_diagram_name(code->text);
      out.push_back({document, &block, source, picture_key(document->file, source), heading, nullptr});
    });
  }
  return out;
}

// "The parser. Flowchart: Scanner, Tokens." Labels alone do not say what about them is shown; the heading does.
std::string with_heading(const std::string& labels, const std::string& heading) {
  const std::string words = heading + ". " + labels;
  return heading.empty() || count_code_points(words) > kMostAlternative ? labels : words;
}

std::string alternative(const Fence& fence, const Figure& figure, DiagnosticSink& diagnostics) {
  const auto tell = [&](const std::string& message) {
    diagnostics.report(DiagCode::MissingAltText, fence.document->file, fence.block->span, message,
                       "accTitle: what it shows, on a line of the diagram");
  };
  const std::string& title = fence.picture->title;
  if (title.empty() && figure.caption.empty()) tell(fmt::format("the drawing '{}' says nothing of itself", fence.key));
  if (title.empty()) return plain_text(figure.caption);
  if (has_alternative_text(fence.code().text) || !is_made_of_labels(title, fence.code().text)) return title;
  tell("the diagram has no alternative text of its own; one is made of its labels and the heading above it");
  return with_heading(title, fence.heading);
}

// "Flowchart: How a buffer grows. The drawing is missing."
std::string words_instead(const Fence& fence) {
  const std::string_view said = alternative_text(fence.code().text);
  std::string words(mermaid_kind(fence.code().text));
  if (!said.empty()) words += ": " + std::string(said);
  return words + (words.ends_with('.') ? " " : ". ") + "The drawing is missing.";
}

void make_figure(Fence& fence, DiagnosticSink& diagnostics) {
  const CodeBlock& code = fence.code();
  Figure figure;
  figure.source = fence.source;
  figure.label = code.info.label;
  // A caption that only says what kind of source stands here says nothing of a drawing.
  if (plain_text(code.caption) != mermaid_caption(code.text)) figure.caption = code.caption;
  if (fence.picture) figure.description = fence.picture->description;
  figure.alt = fence.picture ? alternative(fence, figure, diagnostics) : words_instead(fence);
  fence.block->content = std::move(figure);
}

class Placer {
 public:
  Placer(const std::filesystem::path& root, const DiagramPlan& plan, const FileSystem& files, DiagnosticSink& diagnostics)
      : root_(root), plan_(plan), files_(files), diagnostics_(diagnostics) {}

  PlacedDiagrams replace_fences(std::vector<Fence> fences) {
    std::vector<Fence*> missing;
    for (Fence& fence : fences)
      if (plan_.redraw || !take_stored(fence)) missing.push_back(&fence);
    if (plan_.draw && !missing.empty()) draw(missing);
    for (Fence& fence : fences) {
      if (!fence.picture && !plan_.draw) continue;
      out_.pictures.emplace(fence.key, fence.picture);
      make_figure(fence, diagnostics_);
    }
    return std::move(out_);
  }

 private:
  // A stored drawing that cannot be read is told of, and drawn again.
  bool take_stored(Fence& fence) {
    const auto bytes = read_inside(files_, root_, fence.key, PictureLimits().max_bytes);
    if (bytes) return take(fence, *bytes);
    if (bytes.error().fault == ReadFault::Refused || bytes.error().fault == ReadFault::System)
      diagnostics_.report(DiagCode::ImageUnreadable, fence.document->file, fence.block->span,
                          fmt::format("the drawing '{}' cannot be read: {}", fence.key, bytes.error().why));
    return false;
  }

  bool take(Fence& fence, const std::string& bytes) {
    auto picture = plan_.maker->read(bytes);
    if (picture) return fence.picture = std::move(*picture), true;
    diagnostics_.report(DiagCode::ImageUnreadable, fence.document->file, fence.block->span,
                        fmt::format("'{}': {}", fence.key, picture.error().message), picture.error().hint);
    return false;
  }

  void draw(const std::vector<Fence*>& fences) {
    std::vector<std::string> texts;
    for (const Fence* fence : fences) texts.push_back(fence->code().text);
    const auto drawn = plan_.draw(texts);
    for (std::size_t i = 0; i < fences.size(); ++i) {
      Fence& fence = *fences[i];
      if (!drawn) {
        diagnostics_.report(DiagCode::MermaidNotDrawn, fence.document->file, fence.block->span,
                            fmt::format("the Mermaid diagram is missing: {}", drawn.error().message),
                            fmt::format("{}; or store a drawing as '{}' with `nbpublish diagrams`", drawn.error().hint, fence.key));
      } else if ((*drawn)[i].svg.empty()) {
        report_syntax(fence, (*drawn)[i]);
      } else if (take(fence, (*drawn)[i].svg)) {
        out_.drawn.emplace(fence.key, (*drawn)[i].svg);
      }
    }
  }

  // Mermaid's own words, at its line as far as it names one.
  void report_syntax(const Fence& fence, const DrawnDiagram& drawn) {
    SourceSpan span = fence.block->span;
    if (drawn.line > 0 && !fence.code().lines.empty()) {
      const SourceSpan line = place_of_line(fence.code(), static_cast<std::size_t>(drawn.line) - 1);
      if (line.line <= span.end_line) span = beginning_of_line(line);
    }
    diagnostics_.report(DiagCode::MermaidSyntax, fence.document->file, span,
                        "the Mermaid diagram cannot be drawn: " + drawn.error.substr(0, drawn.error.find('\n')),
                        "its words stand in its place");
  }

  const std::filesystem::path& root_;
  const DiagramPlan& plan_;
  const FileSystem& files_;
  DiagnosticSink& diagnostics_;
  PlacedDiagrams out_;
};

}  // namespace

std::string stored_diagram_name(std::string_view text) { return "diagrams/" + to_hex(hash64(text)) + ".svg"; }

PlacedDiagrams place_diagrams(const std::vector<Document*>& documents, const std::filesystem::path& root, const DiagramPlan& plan,
                              const FileSystem& files, DiagnosticSink& diagnostics) {
  return Placer(root, plan, files, diagnostics).replace_fences(fences_of(documents));
}

}  // namespace nbpublish
