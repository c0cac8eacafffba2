#include "layout/listing/code_line.h"

#include <algorithm>

#include "layout/inline/glyph_run.h"

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
                                    text.substr(begin, end - begin), {x, {}})) {
      x += run.width;
      const auto bytes = static_cast<std::uint32_t>(run.text.size());
      items.push_back({look.tag, look.node, look.text_offset + begin, look.text_offset + begin + bytes, std::move(run)});
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
