#include "output/pdf/check_volume.h"

#include <fmt/format.h>

#include <set>
#include <string_view>

#include "archive/item_facts.h"

namespace nbpublish {
namespace {

using Names = std::set<std::string, std::less<>>;

Names destination_names(const PagedVolume& volume) {
  Names names;
  for (const PagedPart& part : volume.parts) {
    for (const Page& page : part.pages) {
      for (const Destination& d : page.destinations) names.insert(d.name);
    }
  }
  return names;
}

Status refuse(std::string message) { return fail(ErrorKind::Internal, std::move(message)); }

Status check_link(const LinkArea& link, std::size_t tag_count, const Names& names) {
  if (const auto* raw = std::get_if<RawTarget>(&link.target)) return refuse("the link '" + raw->href + "' is not resolved");
  if (link.tag >= tag_count) return refuse("the link '" + link.description + "' has no tag");
  const auto* internal = std::get_if<InternalTarget>(&link.target);
  if (!internal || names.contains(destination_name(*internal))) return {};
  return refuse(fmt::format("a link leads to '{}', which is nowhere in the volume", destination_name(*internal)));
}

Status check_page(const Page& page, std::size_t tag_count, const Names& names) {
  for (const TagId tag : facts_of(page.items).used_tags)
    if (tag >= tag_count) return refuse("an item's tag is not in the part's tree");
  for (const FrameItem& item : page.furniture) {
    if (std::holds_alternative<PlacedPicture>(item.content)) return refuse("there is a picture among its furniture");
  }
  for (const LinkArea& link : page.links) NBP_TRY(check_link(link, tag_count, names));
  return {};
}

Status check_tags(const TagTree& tree) {
  if (tree.nodes.empty() || tree.nodes[kRootTag].parent != kRootTag) return refuse("the tag tree has no root");
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].parent >= i) return refuse("a tag stands before its parent");
  }
  return {};
}

Status check_part(const PagedPart& part, const Names& names) {
  NBP_TRY(check_tags(part.tags));
  for (const Page& page : part.pages) {
    if (Status status = check_page(page, part.tags.nodes.size(), names); !status) {
      return refuse(fmt::format("page {}: {}", page.label, status.error().message));
    }
  }
  for (const OutlineEntry& entry : part.outline) {
    if (!names.contains(entry.destination)) {
      return refuse(fmt::format("the outline's '{}' leads to '{}', which is nowhere in the volume", entry.text, entry.destination));
    }
  }
  return {};
}

}  // namespace

Status check_volume(const PagedVolume& volume) {
  const Names names = destination_names(volume);
  for (const PagedPart& part : volume.parts) {
    if (Status status = check_part(part, names); !status) return refuse(part.key + ", " + status.error().message);
  }
  return {};
}

}  // namespace nbpublish
