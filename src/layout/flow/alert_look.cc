#include "layout/flow/alert_look.h"

#include <algorithm>

#include "base/ascii.h"
#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

constexpr Length kRuleAbove = Length::pt(5), kRuleAtTop = Length::pt(2.5);  // from the rule to the label's line
constexpr Length kFrame = Length::pt(0.25);                                 // of a frame, above the band
constexpr Length kDrawnIcon = Length::pt(9), kStroke = Length::pt(0.75);    // icons are drawn in a square of 9

using Kind = PathSegment::Kind;

Path stroke(ColourRole colour) {
  Path path;
  path.colour = colour;
  path.width = kStroke;
  return path;
}

Point at(Point centre, double x, double y) { return {centre.x + Length::pt(x), centre.y + Length::pt(y)}; }

// A circle by four curves; 0.5523 is the usual distance of the controls for a quarter circle.
Path circle(Point c, double r, ColourRole colour, bool filled = false) {
  const double k = 0.5523 * r;
  Path path = stroke(colour);
  path.filled = filled;
  path.segments = {
      {Kind::Move, {at(c, r, 0)}},
      {Kind::Curve, {at(c, r, k), at(c, k, r), at(c, 0, r)}},
      {Kind::Curve, {at(c, -k, r), at(c, -r, k), at(c, -r, 0)}},
      {Kind::Curve, {at(c, -r, -k), at(c, -k, -r), at(c, 0, -r)}},
      {Kind::Curve, {at(c, k, -r), at(c, r, -k), at(c, r, 0)}},
      {Kind::Close, {}},
  };
  return path;
}

Path lines(Point c, std::initializer_list<std::pair<double, double>> points, ColourRole colour, bool closed = false) {
  Path path = stroke(colour);
  for (const auto& [x, y] : points) path.segments.push_back({path.segments.empty() ? Kind::Move : Kind::Line, {at(c, x, y)}});
  if (closed) path.segments.push_back({Kind::Close, {}});
  return path;
}

std::vector<Path> icon(AlertKind kind, Point c, ColourRole colour) {
  switch (kind) {
    case AlertKind::Note:
      return {circle(c, 4.1, colour), circle({c.x, c.y - Length::pt(2)}, 0.6, colour, true), lines(c, {{0, -0.4}, {0, 2.4}}, colour)};
    case AlertKind::Tip:
      return {circle(c, 4.1, colour), lines(c, {{-1.9, 0.1}, {-0.5, 1.6}, {2, -1.6}}, colour)};
    case AlertKind::Important:
      return {circle(c, 4.1, colour), lines(c, {{0, -2.4}, {0, 0.5}}, colour), circle({c.x, c.y + Length::pt(2.1)}, 0.6, colour, true)};
    case AlertKind::Warning:
      return {lines(c, {{0, -4.2}, {4.5, 3.7}, {-4.5, 3.7}}, colour, true), lines(c, {{0, -1.3}, {0, 1.2}}, colour),
              circle({c.x, c.y + Length::pt(2.5)}, 0.5, colour, true)};
    case AlertKind::Caution:
      return {
          lines(c, {{-1.7, -4.1}, {1.7, -4.1}, {4.1, -1.7}, {4.1, 1.7}, {1.7, 4.1}, {-1.7, 4.1}, {-4.1, 1.7}, {-4.1, -1.7}}, colour, true),
          lines(c, {{-1.6, -1.6}, {1.6, 1.6}}, colour), lines(c, {{-1.6, 1.6}, {1.6, -1.6}}, colour)};
  }
  return {};
}

// Brings a path to another size around `c`.
void scale(Path& path, Point c, Length size) {
  const auto scaled = [&](Length from, Length middle) { return middle + (from - middle).scaled(size.units(), kDrawnIcon.units()); };
  for (PathSegment& segment : path.segments)
    for (Point& p : segment.points) p = {scaled(p.x, c.x), scaled(p.y, c.y)};
}

void track(GlyphRun& run, Length space) {
  std::size_t glyph = 0;
  std::int64_t moved = 0;
  for (const GlyphCluster& cluster : run.clusters) {
    for (std::uint16_t i = 0; i < cluster.glyphs; ++i) run.glyphs[glyph++].x += static_cast<std::int32_t>(moved);
    moved += space.units();
  }
  run.width += Length::raw(moved);
}

// A rule across the column: solid, or square dots.
void push_rule(std::vector<FrameItem>& out, Length left, Length measure, Length y, Length thickness, bool dotted, ColourRole colour) {
  if (!dotted) {
    out.push_back({kArtifact, 0, 0, 0, Fill{{left, y, measure, thickness}, colour}});
    return;
  }
  Path path = stroke(colour);
  path.width = thickness;
  path.dash_on = thickness;
  path.dash_off = 3 * thickness;
  path.segments = {{Kind::Move, {Point{left, y + thickness / 2}}}, {Kind::Line, {Point{left + measure, y + thickness / 2}}}};
  out.push_back({kArtifact, 0, 0, 0, std::move(path)});
}

}  // namespace

AlertLook alert_look(const Style& style, AlertKind kind) {
  const Length thin = style.alert_rule;
  switch (kind) {
    case AlertKind::Note:
      return {"Note", ColourRole::AlertNote, thin, thin, false, false};
    case AlertKind::Tip:
      return {"Tip", ColourRole::AlertTip, thin, thin, true, false};
    case AlertKind::Important:
      return {"Important", ColourRole::AlertImportant, style.alert_rule_important, thin, false, false};
    case AlertKind::Warning:
      return {"Warning", ColourRole::AlertWarning, style.alert_rule_warning, thin, false, false};
    case AlertKind::Caution:
      return {"Caution", ColourRole::AlertCaution, style.alert_rule_caution, style.alert_rule_caution, false, true};
  }
  return {};
}

std::vector<FrameItem> alert_label_items(LayoutContext& context, AlertKind kind, std::string_view suffix, TagId tag, Length left,
                                         Length measure) {
  const AlertLook look = alert_look(context.style, kind);
  const Style& style = context.style;
  const TextStyle& text = style.alert_label;
  std::vector<FrameItem> items;
  const Length baseline = style.leading - style.baseline_drop;
  const Length edge = look.framed ? left + style.alert_inset : left;
  const ColourRole colour = look.framed ? ColourRole::Paper : look.colour;
  if (look.framed) items.push_back({kArtifact, 0, 0, 0, Fill{{left, {}, measure, style.alert_band}, look.colour}});
  const Point centre{edge + style.alert_icon / 2, baseline - text.size.scaled(0.36)};
  for (Path& path : icon(kind, centre, colour)) {
    scale(path, centre, style.alert_icon);
    items.push_back({kArtifact, 0, 0, 0, std::move(path)});
  }
  Length x = edge + style.alert_icon + style.alert_icon_gap;
  for (GlyphRun& run : glyph_runs(context.shaper, context.font(text), Features::Capitals, text.size, colour,
                                  uppered(look.word) + std::string(suffix), {x, baseline})) {
    track(run, text.size.scaled(style.alert_tracking));
    items.push_back({tag, 0, 0, 0, std::move(run)});
  }
  return items;
}

Length alert_label_width(const LayoutContext& context, AlertKind kind) {
  const TextStyle& text = context.style.alert_label;
  const std::string word = uppered(alert_look(context.style, kind).word);
  return context.shaper.width(context.font(text), Features::Capitals, text.size, word) +
         text.size.scaled(context.style.alert_tracking) * static_cast<std::int64_t>(word.size());
}

GroupPainter alert_painter(LayoutContext& context, AlertKind kind, Length left, Length measure) {
  const AlertLook look = alert_look(context.style, kind);
  // The label says where it stands again; the frame's top leaves a line for it.
  std::vector<FrameItem> repeated = alert_label_items(context, kind, " (continued)", kArtifact, left, measure);
  return [look, repeated = std::move(repeated), left, measure, line = context.style.leading](const GroupSegment& s,
                                                                                             std::vector<FrameItem>& out) {
    // The label's row; where the alert goes on, room is left for it at the top of the page.
    const Length down = look.framed ? kFrame : kRuleAtTop;
    const Length label = s.first ? s.rows_top() : s.rows_top() - line + down;
    const Length top = label - (s.first ? std::min(kRuleAbove, s.above) : down);
    const Length bottom = s.rows_bottom() + (!s.last ? Length{} : look.framed ? Length::pt(6.5) : Length::pt(4));
    if (look.framed) {
      const Length frame_top = label - kFrame, stroke_half = look.rule_top / 2;
      Path frame = stroke(look.colour);
      frame.width = look.rule_top;
      const Length l = left + stroke_half, r = left + measure - stroke_half;
      frame.segments = {{Kind::Move, {Point{l, frame_top}}},
                        {Kind::Line, {Point{r, frame_top}}},
                        {Kind::Line, {Point{r, bottom}}},
                        {Kind::Line, {Point{l, bottom}}},
                        {Kind::Close, {}}};
      out.push_back({kArtifact, 0, 0, 0, std::move(frame)});
    } else {
      push_rule(out, left, measure, top, look.rule_top, look.dotted, look.colour);
      if (s.last) push_rule(out, left, measure, bottom, look.rule_bottom, look.dotted, look.colour);
    }
    if (s.first) return;
    for (FrameItem item : repeated) {
      shift(item, {}, label);
      out.push_back(std::move(item));
    }
  };
}

}  // namespace nbpublish
