#include "layout/inline/callout_mark.h"

#include <string>
#include <utility>

#include "layout/inline/circle.h"

namespace nbpublish {
namespace {

constexpr Length kRing = Length::pt(0.5);
constexpr double kSmallMiddle = 0.34;    // of the text's size above its baseline: the middle of the line
constexpr double kFigureMiddle = 0.364;  // of the number's size: half the height of its figures

}  // namespace

std::vector<FrameItem> callout_mark(LayoutContext& context, int number, std::string_view text, Point left, Length size, TagId tag) {
  const TextStyle& look = context.style.callout_number;
  const Length radius = context.style.callout_circle / 2;
  const Point centre{left.x + radius, left.y - size.scaled(kSmallMiddle)};
  const auto& shaped = context.shaper.shape(context.font(look), Features::Tabular, std::to_string(number));
  GlyphRun run;
  run.font = shaped.front().font;
  run.size = look.size;
  Length x;
  for (const ShapedGlyph& glyph : shaped.front().glyphs) {
    run.glyphs.push_back({glyph.id, static_cast<std::int32_t>(x.units()), 0});
    x += em_length(glyph.advance, look.size, context.fonts().units_per_em(run.font));
  }
  run.width = x;
  run.origin = {centre.x - x / 2, centre.y + look.size.scaled(kFigureMiddle)};
  run.clusters = {{static_cast<std::uint16_t>(text.size()), static_cast<std::uint16_t>(run.glyphs.size())}};
  run.text = text;
  std::vector<FrameItem> items;
  items.push_back({kArtifact, 0, 0, 0, circle_path(centre, radius - kRing / 2, kRing, ColourRole::Text)});
  items.push_back({tag, 0, 0, 0, std::move(run)});
  return items;
}

}  // namespace nbpublish
