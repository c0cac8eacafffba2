#include "layout/table/table_paint.h"

#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

constexpr double kCaptionDrop = 0.27;  // of a caption's leading, below its baseline

std::vector<FrameItem> continued_label(LayoutContext& context, const std::string& number, NodeId node, Length left) {
  std::vector<FrameItem> items;
  const TextStyle& look = context.style.caption;
  for (GlyphRun& run : glyph_runs(context.shaper, context.font(look), Features::Text, look.size, ColourRole::Text,
                                  "Table " + number + " (continued)", {left, look.leading - look.leading.scaled(kCaptionDrop)}))
    items.push_back({kArtifact, node, 0, 0, std::move(run)});
  return items;
}

}  // namespace

Length set_table_painter(LayoutContext& context, const Table& table, NodeId node, TablePaint paint, GalleyGroup& group) {
  const Style& style = context.style;
  std::vector<FrameItem> label;
  if (!table.number.empty()) label = continued_label(context, table.number, node, paint.left);
  const Length over = label.empty() ? Length{} : style.caption.leading + style.table_caption_gap;
  for (FrameItem& item : paint.head) item.tag = kArtifact;
  const Length room = over + paint.head_height + paint.split_pad;
  group.paint = [paint = std::move(paint), label = std::move(label), over, rule = style.table_rule](const GroupSegment& s,
                                                                                                    std::vector<FrameItem>& out) {
    const auto line = [&](Length y) { out.push_back({kArtifact, 0, 0, 0, Fill{{paint.left, y, paint.width, rule}, ColourRole::Text}}); };
    const Length top = s.rows_top() + (s.first ? paint.caption_height : -(paint.head_height + paint.split_pad));
    line(top);
    if (paint.head_height > Length{}) line(top + paint.head_height);
    line(s.rows_bottom() + (s.last ? Length{} : paint.split_pad));
    if (s.first) return;
    for (const auto& [items, dy] : {std::pair{&label, top - over}, std::pair{&paint.head, top}})
      for (FrameItem item : *items) {
        shift(item, {}, dy);
        out.push_back(std::move(item));
      }
  };
  return room;
}

}  // namespace nbpublish
