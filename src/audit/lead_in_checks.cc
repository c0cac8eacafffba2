// 4: a paragraph that ends in a colon stands with what it announces.
#include <set>

#include "audit/page_checks.h"

namespace nbpublish {
namespace {

constexpr std::size_t kLinesWithLeadIn = 3;

// The tag beside the lead-in's paragraph that holds `line`; kArtifact if there is none.
TagId sibling_of(const AuditPart& part, TagId paragraph, TagId tag) {
  const TagId parent = part.tag(paragraph).parent;
  while (tag != kRootTag && part.tag(tag).parent != parent) tag = part.tag(tag).parent;
  return tag == kRootTag ? kArtifact : tag;
}

// A listing, list or table.
bool is_announced(const AuditPart& part, TagId tag, const AuditLine& line) {
  const TagRole role = part.tag(tag).role;
  return role == TagRole::L || role == TagRole::Table ||
         (role == TagRole::Div && (line.kind == LineKind::Code || line.kind == LineKind::Caption || line.kind == LineKind::Title));
}

void check_lead_in(const AuditPart& part, const AuditBlock& block, FaultList& faults) {
  const AuditLine& end = *block.lines.back();
  auto next = static_cast<std::size_t>(&end - part.lines.data()) + 1;
  while (next < part.lines.size() && part.lines[next].in_note) ++next;
  if (next == part.lines.size()) return;
  const TagId group = sibling_of(part, block.tag, part.lines[next].block);
  if (group == kArtifact || !is_announced(part, group, part.lines[next])) return;
  std::set<std::pair<std::size_t, std::int64_t>> rows;  // page and baseline
  for (std::size_t i = next; i < part.lines.size() && rows.size() < kLinesWithLeadIn; ++i) {
    const AuditLine& line = part.lines[i];
    if (line.in_note) continue;
    if (!part.has_ancestor(line.block, group)) break;
    rows.emplace(line.page, line.baseline.units());
    if (line.page == end.page) continue;
    if (line.turned) return;  // it has a page of its own
    faults.add(FaultCode::PartedLeadIn, part, end, excerpt(end.text));
    return;
  }
}

}  // namespace

void check_lead_ins(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts)
    for (const AuditBlock& block : part.blocks)
      if (block.kind == LineKind::Text && !block.in_note && block.lines.back()->text.ends_with(':')) check_lead_in(part, block, faults);
}

}  // namespace nbpublish
