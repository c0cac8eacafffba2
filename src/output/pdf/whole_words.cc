#include "output/pdf/whole_words.h"

#include <limits>
#include <string_view>
#include <utility>

namespace nbpublish {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

// A place in a run, before a cluster.
struct RunPlace {
  std::size_t cluster = 0, byte = 0, glyph = 0;
};

RunPlace end_of(const GlyphRun& run) { return {run.clusters.size(), run.text.size(), run.glyphs.size()}; }

// The part of the run from one place to another, its origin unchanged.
GlyphRun part_of(const GlyphRun& run, RunPlace from, RunPlace to) {
  const auto slice = [](const auto& list, std::size_t begin, std::size_t end) {
    return std::vector(list.begin() + static_cast<std::ptrdiff_t>(begin), list.begin() + static_cast<std::ptrdiff_t>(end));
  };
  GlyphRun part;
  part.font = run.font;
  part.colour = run.colour;
  part.size = run.size;
  part.origin = run.origin;
  part.glyphs = slice(run.glyphs, from.glyph, to.glyph);
  part.clusters = slice(run.clusters, from.cluster, to.cluster);
  part.text = run.text.substr(from.byte, to.byte - from.byte);
  return part;
}

// Where the run's last word begins and where its first one ends.
std::pair<RunPlace, RunPlace> outer_words(const GlyphRun& run) {
  RunPlace at, last_begin, first_end = end_of(run);
  bool in_first = true;
  for (const GlyphCluster& c : run.clusters) {
    const bool is_space = run.text.compare(at.byte, c.bytes, " ") == 0;
    if (is_space && std::exchange(in_first, false)) first_end = at;
    at = {at.cluster + 1, at.byte + c.bytes, at.glyph + c.glyphs};
    if (is_space) last_begin = at;
  }
  return {last_begin, first_end};
}

bool may_join(const GlyphRun& first, const GlyphRun& second) {
  return first.text.ends_with(kSoftHyphen) && !second.text.empty() && first.font == second.font && first.size == second.size &&
         first.colour == second.colour && first.turn == Turn::None && second.turn == Turn::None;
}

GlyphRun whole_word(GlyphRun first, const GlyphRun& second) {
  const Point shift = {second.origin.x - first.origin.x, second.origin.y - first.origin.y};
  for (Glyph g : second.glyphs) {
    g.x += static_cast<std::int32_t>(shift.x.units());
    g.y += static_cast<std::int32_t>(shift.y.units());
    first.glyphs.push_back(g);
  }
  first.text.resize(first.text.size() - kSoftHyphen.size());
  first.text += second.text;
  first.clusters = {{static_cast<std::uint16_t>(first.text.size()), static_cast<std::uint16_t>(first.glyphs.size())}};
  return first;
}

bool fit_a_cluster(const GlyphRun& a, const GlyphRun& b) {
  constexpr std::size_t kMost = std::numeric_limits<std::uint16_t>::max();
  return a.text.size() + b.text.size() <= kMost && a.glyphs.size() + b.glyphs.size() <= kMost;
}

// Appends `item`, joining its first word with the last of the item before where a line break divided it.
void append(std::vector<FrameItem>& items, FrameItem item) {
  auto* second = std::get_if<GlyphRun>(&item.content);
  auto* first = items.empty() ? nullptr : std::get_if<GlyphRun>(&items.back().content);
  if (first == nullptr || second == nullptr || !may_join(*first, *second) || !fit_a_cluster(*first, *second))
    return items.push_back(std::move(item));
  const RunPlace begin = outer_words(*first).first, end = outer_words(*second).second;
  FrameItem word = item;
  word.content = whole_word(part_of(*first, begin, end_of(*first)), part_of(*second, {}, end));
  *first = part_of(*first, {}, begin);
  *second = part_of(*second, end, end_of(*second));
  items.push_back(std::move(word));
  items.push_back(std::move(item));
}

}  // namespace

bool has_divided_words(const Page& page, const MarkedRun& marked) {
  for (std::size_t i = marked.begin; i < marked.end; ++i) {
    const auto* run = std::get_if<GlyphRun>(&page.items[i].content);
    if (run != nullptr && run->text.ends_with(kSoftHyphen)) return true;
  }
  return false;
}

std::vector<FrameItem> with_whole_words(const Page& page, const MarkedRun& marked) {
  std::vector<FrameItem> items;
  for (std::size_t i = marked.begin; i < marked.end; ++i)
    if (page.items[i].tag == marked.tag) append(items, page.items[i]);
  return items;
}

}  // namespace nbpublish
