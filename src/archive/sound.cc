#include "archive/sound.h"

#include <algorithm>

#include "document/walk.h"

namespace nbpublish {
namespace {

bool has_columns(const Table& table) {
  const auto fits = [&](const TableRow& row) { return row.cells.size() == table.columns.size(); };
  return (table.head.cells.empty() || fits(table.head)) && std::ranges::all_of(table.rows, fits);
}

bool is_below(std::size_t tags, TagId tag) { return tag == kArtifact || tag < tags; }

bool has_order(const TagTree& tree) {
  if (tree.nodes.empty() || tree.nodes[kRootTag].parent != kRootTag) return false;
  for (std::size_t i = 1; i < tree.nodes.size(); ++i)
    if (tree.nodes[i].parent >= i) return false;
  return true;
}

bool is_whole(const GlyphRun& run, const Decoding& with) {
  std::size_t bytes = 0, glyphs = 0;
  for (const GlyphCluster& cluster : run.clusters) bytes += cluster.bytes, glyphs += cluster.glyphs;
  return run.font < with.fonts && bytes == run.text.size() && glyphs == run.glyphs.size();
}

}  // namespace

bool is_sound(const Document& document, const Decoding&) {
  bool sound = true;
  const auto look = [&](const Inline& inl) {
    if (const auto* mark = as<NoteReference>(inl)) sound = sound && mark->note < document.notes.size();
  };
  for (const Inlines* words : {&document.title, &document.short_title, &document.standfirst}) walk_detail::inlines(*words, look);
  for_each_inline(document, [&](const Inline& inl, const Block&) { look(inl); });
  for_each_block(document, [&](const Block& block) {
    if (const auto* table = as<Table>(block)) sound = sound && has_columns(*table);
  });
  return sound;
}

bool are_sound(const std::vector<FrameItem>& items, std::size_t tags, const Decoding& with) {
  return std::ranges::all_of(items, [&](const FrameItem& item) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    const auto* placed = std::get_if<PlacedPicture>(&item.content);
    return is_below(tags, item.tag) && (run == nullptr || is_whole(*run, with)) && (placed == nullptr || placed->picture != nullptr);
  });
}

bool is_sound(const PagedPart& part, const Decoding& with) {
  const std::size_t tags = part.tags.nodes.size();
  return has_order(part.tags) && std::ranges::all_of(part.pages, [&](const Page& page) {
           return (page.items.is_unread() || are_sound(page.items.all(), tags, with)) && are_sound(page.furniture, tags, with) &&
                  std::ranges::all_of(page.links, [&](const LinkArea& link) { return is_below(tags, link.tag); });
         });
}

bool is_sound(const PagedVolume& volume, const Decoding& with) {
  return std::ranges::all_of(volume.parts, [&](const PagedPart& part) { return is_sound(part, with); });
}

}  // namespace nbpublish
