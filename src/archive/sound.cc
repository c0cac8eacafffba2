#include "archive/sound.h"

#include <algorithm>

#include "document/walk.h"

namespace nbpublish {
namespace {

bool has_columns(const Table& table) {
  const auto fits = [&](const TableRow& row) { return row.cells.size() == table.columns.size(); };
  return (table.head.cells.empty() || fits(table.head)) && std::ranges::all_of(table.rows, fits);
}

bool is_in(const TagTree& tree, TagId tag) { return tag == kArtifact || tag < tree.nodes.size(); }

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

bool are_sound(const std::vector<FrameItem>& items, const TagTree& tree, const Decoding& with) {
  return std::ranges::all_of(items, [&](const FrameItem& item) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    const auto* placed = std::get_if<PlacedPicture>(&item.content);
    return is_in(tree, item.tag) && (run == nullptr || is_whole(*run, with)) && (placed == nullptr || placed->picture != nullptr);
  });
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

bool is_sound(const PagedPart& part, const Decoding& with) {
  return has_order(part.tags) && std::ranges::all_of(part.pages, [&](const Page& page) {
           return are_sound(page.items.all(), part.tags, with) && are_sound(page.furniture, part.tags, with) &&
                  std::ranges::all_of(page.links, [&](const LinkArea& link) { return is_in(part.tags, link.tag); });
         });
}

bool is_sound(const PagedVolume& volume, const Decoding& with) {
  return std::ranges::all_of(volume.parts, [&](const PagedPart& part) { return is_sound(part, with); });
}

}  // namespace nbpublish
