#include "pipeline/draw_fences.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/door.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

// The line of the diagram, from 1, as far as it stands in the fence; 0 = unknown.
SourceSpan place_in_fence(const DiagramFence& fence, int line) {
  if (line <= 0 || fence.lines.empty()) return fence.span;
  const SourceSpan& place = fence.lines[std::min(static_cast<std::size_t>(line), fence.lines.size()) - 1];
  return place.line <= fence.span.end_line ? beginning_of_line(place) : fence.span;
}

class FenceDrawer {
 public:
  FenceDrawer(const std::vector<const DiagramFence*>& fences, const std::filesystem::path& root, const DiagramPlan& plan,
              const FileSystem& files, DiagnosticSink& diagnostics)
      : fences_(fences), root_(root), plan_(plan), files_(files), diagnostics_(diagnostics), pictures_(fences.size()) {}

  DrawnFences draw() {
    std::vector<Taken> stored(fences_.size());
    if (!plan_.redraw) parallel_for(plan_.jobs, fences_.size(), [&](std::size_t i) { stored[i] = read_stored(i); });
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < fences_.size(); ++i)
      if (!take(i, std::move(stored[i]))) missing.push_back(i);
    if (plan_.draw && !missing.empty()) draw_missing(missing);
    for (std::size_t i = 0; i < fences_.size(); ++i) out_.places.push_back(place_of(i));
    return std::move(out_);
  }

 private:
  PlacedDiagram place_of(std::size_t i) {
    const PicturePtr& picture = pictures_[i];
    if (!picture && !plan_.draw) return {};
    out_.diagrams.pictures.emplace(fences_[i]->key(), picture);
    if (!picture) return {DiagramState::Missing};
    return {DiagramState::Drawn, picture->title, picture->description};
  }

  // A picture, or what is said instead of it.
  struct Taken {
    PicturePtr picture;
    DiagnosticSink told;
  };

  void tell(DiagnosticSink& sink, DiagCode code, std::size_t i, const std::string& message, const std::string& hint = {}) const {
    sink.report(code, fences_[i]->file, fences_[i]->span, message, hint);
  }

  // A stored drawing that cannot be read is told of, and drawn again.
  Taken read_stored(std::size_t i) const {
    const std::string key = fences_[i]->key();
    const auto bytes = read_inside(files_, root_, key, PictureLimits().max_bytes);
    if (bytes) return read(i, *bytes);
    Taken out;
    if (bytes.error().fault == ReadFault::Refused || bytes.error().fault == ReadFault::System)
      tell(out.told, DiagCode::ImageUnreadable, i, fmt::format("the drawing '{}' cannot be read: {}", key, bytes.error().why));
    return out;
  }

  Taken read(std::size_t i, const std::string& bytes) const {
    Taken out;
    auto picture = plan_.maker->read(bytes);
    if (picture) out.picture = std::move(*picture);
    else
      tell(out.told, DiagCode::ImageUnreadable, i, fmt::format("'{}': {}", fences_[i]->key(), picture.error().message),
           picture.error().hint);
    return out;
  }

  bool take(std::size_t i, Taken taken) {
    diagnostics_.merge(std::move(taken.told));
    pictures_[i] = std::move(taken.picture);
    return pictures_[i] != nullptr;
  }

  void draw_missing(const std::vector<std::size_t>& missing) {
    std::vector<std::string> texts;
    for (const std::size_t i : missing) texts.push_back(fences_[i]->text);
    const auto drawn = plan_.draw(texts);
    for (std::size_t n = 0; n < missing.size(); ++n) {
      const std::size_t i = missing[n];
      const std::string key = fences_[i]->key();
      if (!drawn)
        tell(diagnostics_, DiagCode::MermaidNotDrawn, i, fmt::format("the Mermaid diagram is missing: {}", drawn.error().message),
             fmt::format("{}; or store a drawing as '{}' with `nbpublish diagrams`", drawn.error().hint, key));
      else if ((*drawn)[n].svg.empty()) report_syntax(*fences_[i], (*drawn)[n]);
      else if (take(i, read(i, (*drawn)[n].svg))) out_.diagrams.drawn.emplace(key, (*drawn)[n].svg);
    }
  }

  // Mermaid's own words, at its line as far as it names one.
  void report_syntax(const DiagramFence& fence, const DrawnDiagram& drawn) {
    diagnostics_.report(DiagCode::MermaidSyntax, fence.file, place_in_fence(fence, drawn.line),
                        "the Mermaid diagram cannot be drawn: " + drawn.error.substr(0, drawn.error.find('\n')),
                        "its words stand in its place");
  }

  const std::vector<const DiagramFence*>& fences_;
  const std::filesystem::path& root_;
  const DiagramPlan& plan_;
  const FileSystem& files_;
  DiagnosticSink& diagnostics_;
  std::vector<PicturePtr> pictures_;  // of the fences
  DrawnFences out_;
};

}  // namespace

DrawnFences draw_fences(const std::vector<const DiagramFence*>& fences, const std::filesystem::path& root, const DiagramPlan& plan,
                        const FileSystem& files, DiagnosticSink& diagnostics) {
  return FenceDrawer(fences, root, plan, files, diagnostics).draw();
}

}  // namespace nbpublish
