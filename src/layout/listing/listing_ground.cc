#include "layout/listing/listing_ground.h"

#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

constexpr Length kHook = Length::pt(5), kHookStroke = Length::pt(0.75);
constexpr Length kDot = Length::pt(1), kDotGap = Length::pt(2);  // of the rule beside output
// Where a listing goes on, the end of its rule becomes three dots.
constexpr Length kOpenEnd = Length::pt(7), kOpenDot = Length::pt(2.25);

FrameItem dotted_rule(Length left, Length top, Length bottom, Length thickness) {
  using Kind = PathSegment::Kind;
  Path path;
  path.width = thickness;
  path.dash_on = kDot;
  path.dash_off = kDotGap;
  const Length x = left + thickness / 2;
  path.segments = {{Kind::Move, {Point{x, top}}}, {Kind::Line, {Point{x, bottom}}}};
  return {kArtifact, 0, 0, 0, std::move(path)};
}

// The rule from `top` to `bottom`, open where the listing goes on.
void push_rule(std::vector<FrameItem>& out, Length left, Length top, Length bottom, Length thickness, bool open_above, bool open_below) {
  const auto fill = [&](Length y, Length height) {
    out.push_back({kArtifact, 0, 0, 0, Fill{{left, y, thickness, height}, ColourRole::Text}});
  };
  for (int i = 0; i < 3; ++i) {
    if (open_above) fill(top + kOpenDot * i, thickness);
    if (open_below) fill(bottom - kOpenDot * i - thickness, thickness);
  }
  if (open_above) top += kOpenEnd;
  if (open_below) bottom -= kOpenEnd;
  fill(top, bottom - top);
}

}  // namespace

Path continuation_hook(Length right, Length baseline) {
  using Kind = PathSegment::Kind;
  const Length x = right - kHook - Length::pt(2.5), top = baseline - kHook, mid = baseline - kHook / 3;
  const Length tip = x + kHook;
  Path path;
  path.colour = ColourRole::Secondary;
  path.width = kHookStroke;
  path.segments = {
      {Kind::Move, {Point{x, top}}},   {Kind::Line, {Point{x, mid}}},
      {Kind::Line, {Point{tip, mid}}}, {Kind::Move, {Point{tip - kHook / 3, mid - kHook / 4}}},
      {Kind::Line, {Point{tip, mid}}}, {Kind::Line, {Point{tip - kHook / 3, mid + kHook / 4}}},
  };
  return path;
}

std::vector<FrameItem> title_items(const LayoutContext& context, const ListingRules& rules, const TitleRow& row, TagId tag) {
  const Style& style = context.style;
  std::vector<FrameItem> items;
  if (!rules.bare) {
    const Rect band{rules.left, -style.code_ground, rules.measure, row.leading + style.code_ground};
    items.push_back({kArtifact, row.node, 0, 0, Fill{band, ColourRole::HeadGround}});
    items.push_back({kArtifact, row.node, 0, 0,
                     Fill{{band.x, band.bottom() - style.code_title_rule, band.width, style.code_title_rule}, ColourRole::Rule}});
  }
  for (GlyphRun& run : glyph_runs(context.shaper, context.font(style.code_title), Features::Code, style.code_title.size, ColourRole::Text,
                                  row.title, {rules.left + row.indent, row.baseline()}))
    items.push_back({tag, row.node, 0, 0, std::move(run)});
  return items;
}

GroupPainter listing_ground(const LayoutContext& context, const ListingRules& rules, const TitleRow& row, Length caption) {
  const Style& style = context.style;
  std::vector<FrameItem> repeated;
  if (!row.title.empty())
    repeated = title_items(context, rules, {row.title + " (continued)", row.indent, row.leading, row.node}, kArtifact);
  const Length ground = style.code_ground, join = style.code_join / 2;  // joined grounds meet
  // From the code to its ground's edges.
  const Length first_above = (rules.joined_above ? join : ground) - caption, last_below = rules.joined_below ? join : ground;
  const Length title = repeated.empty() ? Length{} : row.leading;
  return [repeated = std::move(repeated), title, ground, first_above, last_below, left = rules.left, width = rules.measure,
          bar = style.code_rule, dotted = rules.joined_above](const GroupSegment& segment, std::vector<FrameItem>& out) {
    const Length top = segment.rows_top() - (segment.first ? first_above : title + ground);
    const Length bottom = segment.rows_bottom() + (segment.last ? last_below : ground);
    out.push_back({kArtifact, 0, 0, 0, Fill{{left, top, width, bottom - top}, ColourRole::CodeGround}});
    if (dotted) out.push_back(dotted_rule(left, top, bottom, bar));
    else push_rule(out, left, top, bottom, bar, !segment.first, !segment.last);
    if (segment.first) return;
    for (FrameItem item : repeated) {
      shift(item, {}, segment.rows_top() - title);
      out.push_back(std::move(item));
    }
  };
}

}  // namespace nbpublish
