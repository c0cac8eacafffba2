#include "layout/inline/text_pieces.h"

#include <algorithm>

#include "layout/inline/items.h"
#include "layout/inline/line_cost.h"

namespace nbpublish {
namespace {

// Above what a break behind the author's own hyphen or at a space in code costs, below one inside a name; see word_divisions.cc.
constexpr int kCutPenalty = 60;

}  // namespace

std::vector<TextPiece> text_pieces(LayoutContext& context, const ParagraphText& text) {
  using Kind = InlineItem::Kind;
  const std::vector<InlineItem> items = make_items(context, text, {1, 1, false, {}, true});
  std::vector<TextPiece> pieces;
  TextPiece piece;
  bool is_open = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const InlineItem& item = items[i];
    const bool is_penalty = item.kind == Kind::Penalty;
    const bool forced = is_penalty && item.penalty <= kForced;
    if (is_legal_break(items, i) && (is_open || forced)) {
      piece.ends_line = forced;
      piece.cuts_word = is_penalty && item.penalty > kCutPenalty;
      pieces.push_back(piece);
      piece = {};
      is_open = false;
    }
    if (is_penalty) continue;
    const bool is_dropped = item.kind == Kind::Glue && !is_open && !pieces.empty();
    if (is_dropped) pieces.back().space += item.width;
    else piece.width += item.width;
    is_open = is_open || !is_dropped;
  }
  if (is_open || pieces.empty()) pieces.push_back(piece);
  pieces.back().ends_line = true;
  pieces.back().cuts_word = false;
  return pieces;
}

Length natural_width(const std::vector<TextPiece>& pieces) {
  Length widest, line;
  for (const TextPiece& piece : pieces) {
    widest = std::max(widest, line + piece.width);
    line = piece.ends_line ? Length{} : line + piece.width + piece.space;
  }
  return widest;
}

Length least_width(const std::vector<TextPiece>& pieces) {
  Length widest;
  for (const TextPiece& piece : pieces) widest = std::max(widest, piece.width);
  return widest;
}

LineCount count_lines(const std::vector<TextPiece>& pieces, Length measure) {
  measure = std::max(measure, Length::pt(1));
  LineCount count;
  Length line;  // with the space behind it
  bool is_empty = true, cuts = false;
  for (const TextPiece& piece : pieces) {
    if (!is_empty && line + piece.width > measure) {
      ++count.lines;
      count.cuts += cuts ? 1 : 0;
      line = {};
    }
    if (piece.width > measure) {
      const auto more = static_cast<int>((piece.width.units() - 1) / measure.units());
      count.lines += more;
      count.cuts += more;
      line = piece.width - measure * more + piece.space;
    } else {
      line += piece.width + piece.space;
    }
    is_empty = piece.ends_line;
    cuts = piece.cuts_word;
    if (!piece.ends_line) continue;
    ++count.lines;
    line = {};
  }
  return count;
}

}  // namespace nbpublish
