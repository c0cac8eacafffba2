#include "output/pdf/part_place.h"

#include "archive/item_facts.h"
#include "output/pdf/heading_tags.h"

namespace nbpublish {
namespace {

constexpr std::size_t kLeastPerNode = 32;  // entries of a tree's node

// No fewer than seal_part() takes: pages and their marks, elements, links, nodes of trees.
std::size_t numbers_needed(const PagedPart& part) {
  std::size_t links = 0;
  for (const Page& page : part.pages) links += page.links.size();
  const std::size_t pages = part.pages.size(), tags = part.tags.nodes.size();
  return 2 * pages + tags + links + (pages + links + tags) / kLeastPerNode + 4;
}

// Levels that the first heading leaves open count for the part; the others it closes whatever they are.
HeadingLevels relevant(const HeadingLevels& levels, int first) {
  HeadingLevels out;
  for (const int open : levels.open())
    if (open < first) static_cast<void>(out.next(open));
  return out;
}

}  // namespace

std::vector<bool> kept_tags(const PagedPart& part) {
  const std::vector<TagNode>& nodes = part.tags.nodes;
  std::vector<bool> kept(nodes.size());
  for (const Page& page : part.pages) {
    for (const TagId tag : facts_of(page.items).used_tags) kept[tag] = true;
    for (const LinkArea& link : page.links) kept[link.tag] = true;
  }
  // Parents stand before their children, so one pass each way is enough.
  for (std::size_t i = nodes.size(); i-- > 1;)
    if (kept[i]) kept[nodes[i].parent] = true;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const bool is_cell = nodes[i].role == TagRole::TH || nodes[i].role == TagRole::TD;
    if (is_cell && kept[nodes[i].parent]) kept[i] = true;
  }
  return kept;
}

PartExtent extent_of(const PagedPart& part) {
  PartExtent out{numbers_needed(part), {}};
  const std::vector<bool> kept = kept_tags(part);
  for (const TagId tag : reading_order(part.tags))
    if (const int level = heading_level(part.tags.nodes[tag].role); level > 0 && kept[tag]) out.headings.push_back(level);
  return out;
}

Result<PartPlaces> places_of(const std::vector<PartExtent>& parts) {
  PartPlaces out;
  HeadingLevels levels;
  for (const PartExtent& part : parts) {
    out.parts.push_back({out.behind, part.headings.empty() ? HeadingLevels() : relevant(levels, part.headings.front())});
    for (const int level : part.headings) static_cast<void>(levels.next(level));
    const std::size_t behind = out.behind + (part.numbers + kRangeSize - 1) / kRangeSize * kRangeSize;
    if (behind > kLargestObjectNumber)
      return fail(ErrorKind::Input, "the volume has more objects than a PDF may number; divide it into several");
    out.behind = static_cast<ObjectNumber>(behind);
  }
  return out;
}

Result<PartPlaces> places_of(const std::vector<PagedPart>& parts) {
  std::vector<PartExtent> extents;
  for (const PagedPart& part : parts) extents.push_back(extent_of(part));
  return places_of(extents);
}

}  // namespace nbpublish
