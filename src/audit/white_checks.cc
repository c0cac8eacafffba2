// 8, 19: the white between a heading, a list and alerts.
#include <algorithm>
#include <map>

#include "audit/distances.h"
#include "audit/neighbours.h"
#include "audit/page_checks.h"

namespace nbpublish {
namespace {

using Pieces = std::vector<std::pair<const AuditPart*, Neighbours>>;

// What a list or an alert has below it must not stand above a heading as well as the heading's own white: seen as a gap that is a line
// larger than the one that headings of its level have behind text.
void check_headings(const Pieces& pieces, Length line, FaultList& faults) {
  std::map<TagRole, Distances> behind_text;
  for (const auto& [part, n] : pieces)
    if (n.upper.kind == PieceKind::Paragraph && n.lower.kind == PieceKind::Heading) behind_text[part->tag(n.lower.tag).role].add(n.gap());
  for (const auto& [part, n] : pieces) {
    if (n.lower.kind != PieceKind::Heading || (n.upper.kind != PieceKind::List && n.upper.kind != PieceKind::Alert)) continue;
    faults.looked_at(FaultCode::AddedWhite, 1);
    const auto usual = behind_text.find(part->tag(n.lower.tag).role);
    if (usual == behind_text.end() || n.gap() < usual->second.most_frequent() + line - Length::pt(0.1)) continue;
    faults.add(FaultCode::AddedWhite, *part, *n.lower.line,
               points(n.gap()) + " instead of " + points(usual->second.most_frequent()) + " above " + excerpt(n.lower.line->text));
  }
}

// A rule across most of the column, between two heights.
bool crosses_column(const FrameItem& item, const Style& style, Length from, Length to) {
  constexpr Length kThickestRule = Length::pt(4);
  Length y, width;
  if (const auto* fill = std::get_if<Fill>(&item.content)) {
    if (fill->rect.height > kThickestRule) return false;
    y = fill->rect.y, width = fill->rect.width;
  } else if (const auto* path = std::get_if<Path>(&item.content); path != nullptr && path->segments.size() == 2) {
    const Point begin = path->segments[0].points[0], end = path->segments[1].points[0];
    if (begin.y != end.y) return false;
    y = begin.y, width = abs(end.x - begin.x);
  }
  return width > style.measure / 2 && y > from && y < to;
}

bool has_frame(const AuditPart& part, const Piece& alert) {
  const Block& source = *part.source_blocks.at(part.tag(alert.tag).node);
  return as<Alert>(source)->kind == AlertKind::Caution;
}

// Two alerts without frames have one rule between them.
void check_alerts(const AuditPart& part, const Neighbours& n, const Style& style, FaultList& faults) {
  if (n.upper.kind != PieceKind::Alert || n.lower.kind != PieceKind::Alert || has_frame(part, n.upper) || has_frame(part, n.lower)) return;
  faults.looked_at(FaultCode::UnjoinedAlerts, 1);
  const std::vector<FrameItem>& items = part.pages[n.page()].page->items.all();
  const auto rules = std::count_if(items.begin(), items.end(), [&](const FrameItem& item) {
    return crosses_column(item, style, n.upper.line->baseline, n.lower.line->baseline);
  });
  if (rules > 1) faults.add(FaultCode::UnjoinedAlerts, part, *n.lower.line, "below " + excerpt(n.upper.line->text));
}

}  // namespace

void check_white(const AuditView& view, FaultList& faults) {
  Pieces pieces;
  for (const AuditPart& part : view.parts) {
    if (!part.is_text()) continue;
    for (const Neighbours& n : neighbours_of(part)) pieces.emplace_back(&part, n);
  }
  check_headings(pieces, view.style().leading, faults);
  for (const auto& [part, n] : pieces) check_alerts(*part, n, view.style(), faults);
}

}  // namespace nbpublish
