#include "output/pdf/text_map.h"

#include <fmt/format.h>

#include <algorithm>

#include "output/pdf/pdf_syntax.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostInBlock = 100;  // Adobe Technical Note 5014

constexpr const char* kHead =
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n";
constexpr const char* kFoot = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

std::string_view text_of(const GlyphTable& table, const FaceGlyphs& used, std::uint32_t glyph) {
  if (const std::string_view told = table.text(glyph); !told.empty()) return told;
  const auto said = std::ranges::lower_bound(used.texts, glyph, {}, &GlyphText::glyph);
  return said != used.texts.end() && said->glyph == glyph ? std::string_view(said->text) : "\uFFFD";
}

std::string as_digits(std::string_view text) { return '<' + pdf_hex_text(text).substr(std::string_view("<feff").size()); }

}  // namespace

std::string text_map(const GlyphTable& table, const FaceGlyphs& used) {
  const std::vector<std::uint32_t>& glyphs = used.glyphs;
  std::string out = kHead;
  for (std::size_t begin = 0; begin < glyphs.size(); begin += kMostInBlock) {
    const std::size_t end = std::min(begin + kMostInBlock, glyphs.size());
    fmt::format_to(std::back_inserter(out), "{} beginbfchar\n", end - begin);
    for (std::size_t i = begin; i < end; ++i)
      fmt::format_to(std::back_inserter(out), "<{:04x}> {}\n", glyphs[i], as_digits(text_of(table, used, glyphs[i])));
    out += "endbfchar\n";
  }
  return out + kFoot;
}

}  // namespace nbpublish
