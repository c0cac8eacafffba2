#include "layout/inline/glyph_run.h"

#include <iterator>
#include <utility>

#include "text/bidi.h"

namespace nbpublish {

Length append_shaped(GlyphRun& target, const ShapedRun& run, std::string_view text, std::size_t text_begin, std::size_t text_end, Length x,
                     unsigned units_per_em, Length tracking) {
  std::int64_t pen = 0;
  Length tracked;
  const std::size_t count = run.glyphs.size();
  for (std::size_t i = 0; i < count;) {
    const std::size_t begin = run.glyphs[i].cluster;
    std::uint16_t glyphs = 0;
    for (; i < count && run.glyphs[i].cluster == begin; ++i, ++glyphs) {
      const ShapedGlyph& g = run.glyphs[i];
      const Length gx = x + tracked + em_length(pen + g.dx, target.size, units_per_em);
      const Length gy = g.dy == 0 ? Length{} : -em_length(g.dy, target.size, units_per_em);
      target.glyphs.push_back({g.id, static_cast<std::int32_t>(gx.units()), static_cast<std::int32_t>(gy.units())});
      pen += g.advance;
    }
    tracked += tracking;
    const std::size_t end = i < count ? run.glyphs[i].cluster : text_end;
    target.clusters.push_back({static_cast<std::uint16_t>(end - begin), glyphs});
  }
  target.text += text.substr(text_begin, text_end - text_begin);
  return em_length(pen, target.size, units_per_em) + tracked;
}

// What runs right to left begins with its last piece.
std::vector<GlyphRun> directed_runs(Shaper& shaper, FontId font, Features features, Length size, ColourRole colour, std::string_view text,
                                    Point origin, bool right_to_left) {
  std::vector<GlyphRun> out;
  const auto& shaped = shaper.shape(font, features, text, right_to_left);
  Length x;
  for (std::size_t i = 0; i < shaped.size(); ++i) {
    const std::size_t begin = shaped[i].glyphs.empty() ? 0 : shaped[i].glyphs.front().cluster;
    const std::size_t end = i + 1 < shaped.size() && !shaped[i + 1].glyphs.empty() ? shaped[i + 1].glyphs.front().cluster : text.size();
    GlyphRun run;
    run.font = shaped[i].font;
    run.colour = colour;
    run.size = size;
    run.origin = {origin.x + x, origin.y};
    run.width = append_shaped(run, shaped[i], text, begin, end, {}, shaper.fonts().units_per_em(run.font));
    x += run.width;
    out.push_back(std::move(run));
  }
  if (right_to_left)
    for (GlyphRun& run : out) run.origin.x = origin.x + (origin.x + x - run.origin.x - run.width);
  return out;
}

Length width_of(const std::vector<GlyphRun>& runs) {
  Length sum;
  for (const GlyphRun& run : runs) sum += run.width;
  return sum;
}

std::vector<GlyphRun> glyph_runs(Shaper& shaper, FontId font, Features features, Length size, ColourRole colour, std::string_view text,
                                 Point origin) {
  const BidiLevels directions = bidi_levels(text);
  if (directions.of_bytes.empty()) return directed_runs(shaper, font, features, size, colour, text, origin, false);
  std::vector<std::vector<GlyphRun>> pieces;
  std::vector<std::uint8_t> levels;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    const std::uint8_t level = directions.at(begin);
    while (end < text.size() && directions.at(end) == level) ++end;
    pieces.push_back(directed_runs(shaper, font, features, size, colour, text.substr(begin, end - begin), origin, level % 2 == 1));
    levels.push_back(level);
  }
  Length x;
  for (const std::size_t piece : visual_order(levels)) {
    for (GlyphRun& run : pieces[piece]) run.origin.x += x;
    x += width_of(pieces[piece]);
  }
  std::vector<GlyphRun> out;
  for (std::vector<GlyphRun>& piece : pieces) std::move(piece.begin(), piece.end(), std::back_inserter(out));
  return out;
}

}  // namespace nbpublish
