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

// What stands behind `from` is one cluster that says `word`.
void say_whole(GlyphRun& run, RunPlace from, const std::string& word) {
  run.text.replace(from.byte, std::string::npos, word);
  run.clusters.resize(from.cluster);
  run.clusters.push_back({static_cast<std::uint16_t>(word.size()), static_cast<std::uint16_t>(run.glyphs.size() - from.glyph)});
}

// What stands before `to` is one cluster that says nothing.
void silence(GlyphRun& run, RunPlace to) {
  run.text.erase(0, to.byte);
  run.clusters.erase(run.clusters.begin(), run.clusters.begin() + static_cast<std::ptrdiff_t>(to.cluster));
  run.clusters.insert(run.clusters.begin(), {0, static_cast<std::uint16_t>(to.glyph)});
}

constexpr std::size_t kMostInCluster = std::numeric_limits<std::uint16_t>::max();

// A line of the word's middle alone would have to say its end and to be silent.
bool goes_on(const GlyphRun& run, RunPlace end) { return end.byte == run.text.size() && run.text.ends_with(kSoftHyphen); }

// Appends `item`; where a line break divided its first word, the last of the item before says it whole.
void append(std::vector<FrameItem>& items, FrameItem item) {
  auto* second = std::get_if<GlyphRun>(&item.content);
  auto* first = items.empty() ? nullptr : std::get_if<GlyphRun>(&items.back().content);
  if (first == nullptr || second == nullptr || !may_join(*first, *second)) return items.push_back(std::move(item));
  const RunPlace begin = outer_words(*first).first, end = outer_words(*second).second;
  const std::string word =
      first->text.substr(begin.byte, first->text.size() - kSoftHyphen.size() - begin.byte) + second->text.substr(0, end.byte);
  if (goes_on(*second, end) || word.size() > kMostInCluster || first->glyphs.size() > kMostInCluster || end.glyph > kMostInCluster)
    return items.push_back(std::move(item));
  say_whole(*first, begin, word);
  silence(*second, end);
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
