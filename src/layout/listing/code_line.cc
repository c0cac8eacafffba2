#include "layout/listing/code_line.h"

#include <algorithm>
#include <cmath>

#include "document/ink.h"
#include "layout/inline/glyph_run.h"
#include "text/columns.h"
#include "text/faces.h"
#include "text/right_to_left.h"

namespace nbpublish {
namespace {

// Face and colour of a token (docs/design.md, Listings): weight and slant carry the meaning in print.
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
    case TokenKind::Output:
      return {};
    case TokenKind::Keyword:
      return {700, false, ColourRole::Keyword};
    case TokenKind::String:
      return {400, false, ColourRole::String};
    case TokenKind::Number:
      return {400, false, ColourRole::Number};
    case TokenKind::Comment:
      return {400, true, ColourRole::Comment};
    case TokenKind::Function:
      return {400, false, ColourRole::Function};
    case TokenKind::Type:
      return {400, false, ColourRole::Type};
    case TokenKind::Property:
      return {400, false, ColourRole::Property};
    case TokenKind::Prompt:
      return {700, false, ColourRole::Secondary};
    case TokenKind::Command:
      return {700, false, ColourRole::Text};
    case TokenKind::Added:
      return {400, false, ColourRole::Added};
    case TokenKind::Removed:
      return {400, true, ColourRole::Removed};
    case TokenKind::AnsiBold:
    case TokenKind::AnsiInverse:
      return {700, false, ColourRole::Text};
  }
  return {};
}

bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

// Signs become no smaller than can be read, except where their ink would touch their neighbours.
constexpr Length kLeastSign = Length::pt(7);

// A character of a run in a fallback face: its glyphs, their advance and ink as shaped, and the room on the grid of columns.
struct Cell {
  std::size_t first = 0, last = 0;
  Length from, width, ink_left, ink_right, room;
};

Length x_of(const GlyphRun& run, std::size_t glyph) { return glyph < run.glyphs.size() ? Length::raw(run.glyphs[glyph].x) : run.width; }

void measure(Cell& cell, const GlyphRun& run, const FontLibrary& fonts) {
  cell.from = x_of(run, cell.first);
  cell.width = x_of(run, cell.last) - cell.from;
  bool any = false;
  for (std::size_t g = cell.first; g < cell.last; ++g) {
    const auto [left, right] = glyph_ink(fonts, run.font, run.glyphs[g].id);
    if (left == right) continue;
    const Length at = x_of(run, g) - cell.from;
    const Length from = at + em_length(left, run.size, fonts.units_per_em(run.font)),
                 to = at + em_length(right, run.size, fonts.units_per_em(run.font));
    cell.ink_left = any ? std::min(cell.ink_left, from) : from;
    cell.ink_right = any ? std::max(cell.ink_right, to) : to;
    any = true;
  }
}

// A ligature of several characters is one cell.
std::vector<Cell> cells_of(const GlyphRun& run, const FontLibrary& fonts, Length column) {
  std::vector<Cell> cells;
  Cell cell;
  std::size_t cluster = 0, byte = 0;
  for (const ColumnCluster& character : column_clusters(run.text)) {
    cell.room += column * character.columns;
    for (; byte < character.end && cluster < run.clusters.size(); ++cluster) {
      cell.last += run.clusters[cluster].glyphs;
      byte += run.clusters[cluster].bytes;
    }
    if (byte > character.end) continue;
    measure(cell, run, fonts);
    cells.push_back(cell);
    cell = {cell.last, cell.last, {}, {}, {}, {}, {}};
  }
  return cells;
}

// By how much the signs of a run become smaller so that the widest fits.
double factor_of(const std::vector<Cell>& cells, Length size) {
  const auto part = [](Length room, Length width) { return width > room && room > Length{} ? room.points() / width.points() : 1.0; };
  double fits = 1, keeps_apart = 1;
  for (const Cell& cell : cells) {
    fits = std::min(fits, part(cell.room, cell.width));
    keeps_apart = std::min(keeps_apart, part(cell.room, cell.ink_right - cell.ink_left));
  }
  return std::min(std::max(fits, std::min(1.0, kLeastSign.points() / size.points())), keeps_apart);
}

// Puts the characters of a run in a fallback face on the columns of the code's own, each in the middle of its columns.
void set_on_columns(GlyphRun& run, const FontLibrary& fonts, Length column) {
  const std::vector<Cell> cells = cells_of(run, fonts, column);
  const double factor = factor_of(cells, run.size);
  Length pen;
  for (const Cell& cell : cells) {
    Length left = pen + (cell.room - cell.width.scaled(factor)) / 2;
    left += std::max(Length{}, pen - left - cell.ink_left.scaled(factor));
    left -= std::max(Length{}, left + cell.ink_right.scaled(factor) - pen - cell.room);
    for (std::size_t g = cell.first; g < cell.last; ++g) {
      run.glyphs[g].x = static_cast<std::int32_t>((left + (Length::raw(run.glyphs[g].x) - cell.from).scaled(factor)).units());
      run.glyphs[g].y = static_cast<std::int32_t>(std::lround(run.glyphs[g].y * factor));
    }
    pen += cell.room;
  }
  run.size = run.size.scaled(factor);
  run.width = pen;
}

// Puts a word that runs right to left, whose letters may be joined, in the middle of its columns.
void set_word_on_columns(std::vector<GlyphRun>& runs, Length room) {
  const Length width = width_of(runs);
  const double factor = width > room ? room.points() / width.points() : 1;
  const Length left = (room - width.scaled(factor)) / 2;
  for (GlyphRun& run : runs) {
    for (Glyph& glyph : run.glyphs) {
      glyph.x = static_cast<std::int32_t>(std::lround(glyph.x * factor));
      glyph.y = static_cast<std::int32_t>(std::lround(glyph.y * factor));
    }
    run.size = run.size.scaled(factor);
    run.width = run.width.scaled(factor);
    run.origin.x = left + run.origin.x.scaled(factor);
  }
}

}  // namespace

Length column_width(const LayoutContext& context, Length size) {
  const FontId font = context.font(context.style.code);
  return size.scaled(context.fonts().metrics(font).space);
}

namespace {

bool is_on_columns(const GlyphRun& run, Length column) {
  return std::abs((run.width - column * column_count(run.text)).units()) <= static_cast<std::int64_t>(run.clusters.size());
}

// A stretch of a line in one look as runs, all on the columns; moves `x` behind it.
std::vector<GlyphRun> code_runs(LayoutContext& context, const TokenLook& look, Length size, std::string_view text, Length& x) {
  const FontId font = context.fonts().find(context.style.family_mono, look.weight, look.italic);
  const Length column = column_width(context, size);
  std::vector<GlyphRun> out;
  const auto add = [&](std::string_view part, bool right_to_left) {
    if (part.empty()) return;
    std::vector<GlyphRun> runs = directed_runs(context.shaper, font, Features::Code, size, look.colour, part, {}, right_to_left);
    if (right_to_left) set_word_on_columns(runs, column * column_count(part));
    const Length from = x;
    for (GlyphRun& run : runs) {
      if (!right_to_left && (run.font != font || !is_on_columns(run, column))) set_on_columns(run, context.fonts(), column);
      run.origin.x = right_to_left ? from + run.origin.x : x;
      x += run.width;
      out.push_back(std::move(run));
    }
    if (right_to_left) x = from + column * column_count(part);
  };
  std::uint32_t done = 0;
  for (const auto& [begin, end] : right_to_left_words(text)) {
    add(text.substr(done, begin - done), false);
    add(text.substr(begin, end - begin), true);
    done = end;
  }
  add(text.substr(done), false);
  return out;
}

}  // namespace

std::vector<FrameItem> set_code_piece(LayoutContext& context, const HighlightedLine& line, const CodePiece& piece, const CodeLook& look) {
  std::vector<FrameItem> items;
  const std::string_view text = line.text;
  Length x = look.left + column_width(context, look.size) * piece.indent;
  std::uint32_t begin = piece.begin;
  TokenLook current;
  bool any = false;
  const auto flush = [&](std::uint32_t end) {
    if (end <= begin) return;
    for (GlyphRun& run : code_runs(context, current, look.size, text.substr(begin, end - begin), x)) {
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
