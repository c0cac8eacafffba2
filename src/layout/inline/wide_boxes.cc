#include "layout/inline/wide_boxes.h"

#include <fmt/format.h>

namespace nbpublish {
namespace {

// Only taken when nothing else is left.
constexpr int kDesperatePenalty = 5'000;

// Pieces of one box, a break allowed between any two clusters.
void divide(LayoutContext& context, const ParagraphText& text, const InlineItem& box, std::vector<InlineItem>& out) {
  const TextSpan& span = text.spans[box.span];
  const std::string_view word = std::string_view(text.text).substr(box.begin, box.end - box.begin);
  std::uint32_t begin = box.begin;
  InlineItem piece = box;
  const auto& runs = context.shaper.shape(span.style.font, span.style.features, word);
  piece.width = {};
  for (const ShapedRun& run : runs) {
    for (const ShapedGlyph& g : run.glyphs) {
      const std::uint32_t at = box.begin + g.cluster;
      if (at > begin) {
        piece.begin = begin;
        piece.end = at;
        out.push_back(piece);
        InlineItem penalty;
        penalty.kind = InlineItem::Kind::Penalty;
        penalty.span = box.span;
        penalty.begin = penalty.end = at;
        penalty.penalty = kDesperatePenalty;
        out.push_back(penalty);
        piece.width = {};
        begin = at;
      }
      piece.width += em_length(g.advance, span.style.size, context.fonts().units_per_em(run.font));
    }
  }
  piece.begin = begin;
  piece.end = box.end;
  out.push_back(piece);
}

bool is_divisible(const ParagraphText& text, const InlineItem& item) {
  const TextSpan& span = text.spans[item.span];
  return item.kind == InlineItem::Kind::Box && span.picture < 0 && !span.style.keyboard;
}

}  // namespace

void divide_wide_boxes(LayoutContext& context, const ParagraphText& text, std::vector<InlineItem>& items,
                       const ParagraphRules& rules) {
  const Length limit = rules.measure - abs(rules.first_indent);
  std::vector<InlineItem> out;
  bool any = false;
  for (std::size_t i = 0; i < items.size();) {
    // An unbreakable run: up to the next legal break.
    std::size_t end = i;
    Length width;
    while (end < items.size() && (end == i || !is_legal_break(items, end))) {
      if (items[end].kind != InlineItem::Kind::Penalty) width += items[end].width - items[end].shrink;
      ++end;
    }
    const bool wide = width > limit;
    any |= wide;
    for (; i < end; ++i) {
      if (!wide || !is_divisible(text, items[i]) || items[i].end - items[i].begin < 2) {
        out.push_back(items[i]);
        continue;
      }
      const SourceSpan source = text.spans[items[i].span].source;
      if (items[i].width * 4 > limit)
        context.diagnostics.report(DiagCode::OverfullLine, context.file, source.line > 0 ? source : rules.source,
                                   fmt::format("'{}' has no place to break and is wider than the line",
                                               text.text.substr(items[i].begin, std::min(items[i].end - items[i].begin, 60u))),
                                   "shorten it, or set it as a listing");
      divide(context, text, items[i], out);
    }
  }
  if (any) items = std::move(out);
}

}  // namespace nbpublish
