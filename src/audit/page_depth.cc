#include "audit/page_depth.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace nbpublish {
namespace {

struct PageEnds {
  Length limit;        // what stands above it is the text: the lowest line's end, or the rule of the notes
  Length text, other;  // lower edges of the running text and of everything else
  Length end_of_notes;
  bool notes = false;
};

std::span<const AuditLine> lines_of(const AuditPart& part, std::size_t page) {
  return std::span(part.lines).subspan(part.pages[page].first_line, part.pages[page].end_line - part.pages[page].first_line);
}

// The lower edge of a rule, ground or drawing; none for text.
std::optional<Length> drawn_end(const FrameItem& item) {
  if (const auto* fill = std::get_if<Fill>(&item.content)) return fill->rect.bottom();
  const auto* path = std::get_if<Path>(&item.content);
  if (path == nullptr || path->segments.empty()) return std::nullopt;
  Length end = path->segments.front().points[0].y;
  for (const PathSegment& s : path->segments)
    if (s.kind != PathSegment::Kind::Close) end = std::max(end, s.kind == PathSegment::Kind::Curve ? s.points[2].y : s.points[0].y);
  return end;
}

PageEnds ends_of(const AuditView& view, const AuditPart& part, std::size_t page) {
  const Style& style = view.style();
  PageEnds ends{view.lowest_bottom(), style.top, style.top, style.top};
  for (const AuditLine& line : lines_of(part, page)) {
    if (!line.in_note) continue;
    ends.limit = std::min(ends.limit, line.baseline - line.size - style.note_gap);
    ends.end_of_notes = std::max(ends.end_of_notes, line.baseline);
    ends.notes = true;
  }
  for (const AuditLine& line : lines_of(part, page)) {
    if (line.in_note) continue;
    Length& end = is_on_grid(line, view.style()) ? ends.text : ends.other;
    end = std::max(end, line.baseline + (line.kind == LineKind::Figure ? Length{} : style.baseline_drop));
  }
  for (const FrameItem& item : part.pages[page].page->items)
    if (const auto end = drawn_end(item); end && *end <= ends.limit) ends.other = std::max(ends.other, *end);
  return ends;
}

}  // namespace

bool is_last_with_text(const AuditPart& part, std::size_t page) {
  return std::all_of(part.pages.begin() + static_cast<std::ptrdiff_t>(page) + 1, part.pages.end(),
                     [](const AuditPage& next) { return next.page->blank; });
}

bool has_judged_depth(const AuditPart& part, std::size_t page) {
  if (part.pages[page].page->blank || is_last_with_text(part, page)) return false;
  // Pages of contents and indexes end where a part of theirs does.
  return std::ranges::none_of(lines_of(part, page), [](const AuditLine& line) { return line.turned || line.kind == LineKind::Contents; });
}

std::optional<std::size_t> facing_page(const AuditPart& part, std::size_t page) {
  const std::size_t partner = part.pages[page].recto ? page - 1 : page + 1;  // wraps to none for a first recto
  return partner < part.pages.size() ? std::optional(partner) : std::nullopt;
}

MissingLines missing_lines(const AuditView& view, const AuditPart& part, std::size_t page) {
  const Length leading = view.style().leading;
  const PageEnds ends = ends_of(view, part, page);
  const int more = ends.notes && ends.end_of_notes > view.block_bottom() ? 1 : 0;  // lines that the notes stand lower
  const Length end = std::max(ends.text, ends.other), white = (ends.notes ? ends.limit : view.block_bottom()) - end;
  const bool exact = !ends.notes && ends.text >= ends.other;
  const Length slack = exact ? Length::pt(0.1) : Length::pt(0.1) - leading;
  // Whole lines that fit, negative for those that are too many.
  const auto lines = [&](Length w) { return static_cast<int>(std::floor(w.points() / leading.points())) - more; };
  const int most_more = ends.notes ? more : view.style().most_lines() - view.style().lines;
  const int most = lines(white + Length::pt(0.1));
  return {std::max(lines(white + slack), std::min(-most_more, most)), most};
}

Length text_end(const AuditView& view, const AuditPart& part, std::size_t page) {
  const PageEnds ends = ends_of(view, part, page);
  return ends.notes ? std::max(view.block_bottom(), ends.end_of_notes + view.style().baseline_drop) : std::max(ends.text, ends.other);
}

std::optional<Length> first_baseline(const AuditPart& part, std::size_t page) {
  std::optional<Length> first;
  const auto add = [&](Length baseline) { first = first ? std::min(*first, baseline) : baseline; };
  for (const AuditLine& line : lines_of(part, page)) {
    if (!line.is_in_column()) continue;
    if (line.kind == LineKind::Figure && !first) return std::nullopt;
    if (line.kind != LineKind::Figure) add(line.baseline);
  }
  if (!first) return std::nullopt;
  for (const FrameItem& item : part.pages[page].page->items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && item.tag == kArtifact && run->turn == Turn::None)
      add(run->origin.y);
  return first;
}

}  // namespace nbpublish
