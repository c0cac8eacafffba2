#include "layout/listing/code_line.h"

#include <algorithm>
#include <cmath>

#include "document/ink.h"
#include "layout/inline/glyph_run.h"
#include "text/bidi.h"
#include "text/columns.h"

namespace nbpublish {
namespace {

// Face and colour of a token (design brief, section 15): weight and slant carry the meaning in print.
struct TokenLook {
  int weight = 400;
  bool italic = false;
  ColourRole colour = ColourRole::Text;
  friend bool operator==(const TokenLook&, const TokenLook&) = default;
};

TokenLook look_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::Plain:
    case TokenKind::Punctuation:
    case TokenKind::Output: return {};
    case TokenKind::Keyword: return {700, false, ColourRole::Keyword};
    case TokenKind::String: return {400, false, ColourRole::String};
    case TokenKind::Number: return {400, false, ColourRole::Number};
    case TokenKind::Comment: return {400, true, ColourRole::Comment};
    case TokenKind::Function: return {400, false, ColourRole::Function};
    case TokenKind::Type: return {400, false, ColourRole::Type};
    case TokenKind::Property: return {400, false, ColourRole::Property};
    case TokenKind::Prompt: return {700, false, ColourRole::Secondary};
    case TokenKind::Command: return {700, false, ColourRole::Text};
    case TokenKind::Added: return {400, false, ColourRole::Added};
    case TokenKind::Removed: return {400, true, ColourRole::Removed};
    case TokenKind::AnsiBold:
    case TokenKind::AnsiInverse: return {700, false, ColourRole::Text};
  }
  return {};
}

bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

// Puts the characters of a run in a fallback face on the columns of the code's own: each in the middle of its columns,
// all smaller by the factor that the widest needs. None becomes smaller than can be read: rather than that, a circled digit
// reaches over the edges of its column. Letters that run right to left are joined, and stand as they are.
constexpr Length kLeastSign = Length::pt(7);

void set_on_columns(GlyphRun& run, Length column) {
  if (!bidi_levels(run.text).of_bytes.empty()) return;
  struct Cell {
    std::size_t first = 0, last = 0;  // glyphs
    Length from, width, room;         // advance as shaped, room on the grid
  };
  std::vector<Cell> cells;
  double factor = 1;
  std::size_t cluster = 0, glyph = 0, byte = 0;
  const auto x_of = [&](std::size_t g) { return g < run.glyphs.size() ? Length::raw(run.glyphs[g].x) : run.width; };
  for (const ColumnCluster& character : column_clusters(run.text)) {
    Cell cell{glyph, glyph, x_of(glyph), {}, column * character.columns};
    for (; byte < character.end && cluster < run.clusters.size(); ++cluster) {
      glyph += run.clusters[cluster].glyphs;
      byte += run.clusters[cluster].bytes;
    }
    cell.last = glyph;
    cell.width = x_of(glyph) - cell.from;
    if (cell.width > cell.room && cell.room > Length{}) factor = std::min(factor, cell.room.points() / cell.width.points());
    cells.push_back(cell);
  }
  factor = std::max(factor, std::min(1.0, kLeastSign.points() / run.size.points()));
  run.size = run.size.scaled(factor);
  run.width = {};
  for (const Cell& cell : cells) {
    const Length left = run.width + (cell.room - cell.width.scaled(factor)) / 2;
    for (std::size_t g = cell.first; g < cell.last; ++g) {
      run.glyphs[g].x = static_cast<std::int32_t>((left + (x_of(g) - cell.from).scaled(factor)).units());
      run.glyphs[g].y = static_cast<std::int32_t>(std::lround(run.glyphs[g].y * factor));
    }
    run.width += cell.room;
  }
}

}  // namespace

Length column_width(const LayoutContext& context, Length size) {
  const FontId font = context.font(context.style.code);
  return size.scaled(context.fonts().metrics(font).space);
}

std::vector<FrameItem> set_code_piece(LayoutContext& context, const HighlightedLine& line, const CodePiece& piece,
                                      const CodeLook& look) {
  std::vector<FrameItem> items;
  const std::string_view text = line.text;
  Length x = look.left + column_width(context, look.size) * piece.indent;
  std::uint32_t begin = piece.begin;
  TokenLook current;
  bool any = false;
  const auto flush = [&](std::uint32_t end) {
    if (end <= begin) return;
    const FontId font = context.fonts().find(context.style.family_mono, current.weight, current.italic);
    for (GlyphRun& run : glyph_runs(context.shaper, font, Features::Code, look.size, current.colour,
                                    text.substr(begin, end - begin), {})) {
      if (run.font != font) set_on_columns(run, column_width(context, look.size));
      run.origin.x = x;
      x += run.width;
      const auto bytes = static_cast<std::uint32_t>(run.text.size());
      const std::uint32_t ink = look.ink + count_ink(text.substr(0, begin));
      items.push_back({look.tag, look.node, ink, ink + count_ink(run.text), std::move(run)});
      begin += bytes;
    }
    begin = end;
  };
  for (const Token& token : line.tokens) {
    const std::uint32_t from = std::max(token.begin, piece.begin), to = std::min(token.end, piece.end);
    if (from >= to) continue;
    const TokenLook next = look_of(token.kind);
    // Spaces look alike in every colour: they never start a run of their own.
    if (any && (next == current || is_blank(text.substr(from, to - from)))) continue;
    flush(from);
    current = next;
    any = true;
  }
  flush(piece.end);
  return items;
}

}  // namespace nbpublish
