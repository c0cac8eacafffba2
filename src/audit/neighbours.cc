#include "audit/neighbours.h"

namespace nbpublish {
namespace {

std::size_t depth_of(const AuditPart& part, TagId tag) {
  std::size_t depth = 0;
  for (; tag != kRootTag; tag = part.tag(tag).parent) ++depth;
  return depth;
}

// The two tags below the innermost one that holds both.
std::pair<TagId, TagId> siblings_of(const AuditPart& part, TagId a, TagId b) {
  std::size_t depth_a = depth_of(part, a), depth_b = depth_of(part, b);
  for (; depth_a > depth_b; --depth_a) a = part.tag(a).parent;
  for (; depth_b > depth_a; --depth_b) b = part.tag(b).parent;
  while (a != b && part.tag(a).parent != part.tag(b).parent) a = part.tag(a).parent, b = part.tag(b).parent;
  return {a, b};
}

bool is_alert(const AuditPart& part, NodeId node) {
  const auto source = part.source_blocks.find(node);
  return source != part.source_blocks.end() && as<Alert>(*source->second) != nullptr;
}

PieceKind kind_of_piece(const AuditPart& part, TagId tag, const AuditLine& line) {
  const TagNode& node = part.tag(tag);
  switch (node.role) {
    case TagRole::P:
      return line.kind == LineKind::Text ? PieceKind::Paragraph : PieceKind::Other;
    case TagRole::L:
      return part.is_in(node.parent, TagRole::LI) ? PieceKind::Other : PieceKind::List;
    case TagRole::Div:
      if (is_alert(part, node.node)) return PieceKind::Alert;
      return line.kind == LineKind::Code && part.tag(line.block).parent == tag ? PieceKind::Listing : PieceKind::Other;
    default:
      return line.kind == LineKind::Heading && tag == line.block ? PieceKind::Heading : PieceKind::Other;
  }
}

}  // namespace

std::vector<Neighbours> neighbours_of(const AuditPart& part) {
  std::vector<Neighbours> all;
  const AuditLine* above = nullptr;
  for (const AuditLine& line : part.lines) {
    if (!line.is_in_column() || line.turned) continue;
    if (above != nullptr && above->page == line.page && above->block != line.block && above->baseline < line.baseline) {
      const auto [upper, lower] = siblings_of(part, above->block, line.block);
      if (upper != lower)
        all.push_back({{kind_of_piece(part, upper, *above), upper, above}, {kind_of_piece(part, lower, line), lower, &line}});
    }
    above = &line;
  }
  return all;
}

}  // namespace nbpublish
