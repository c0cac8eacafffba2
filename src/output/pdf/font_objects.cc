#include "output/pdf/font_objects.h"

#include <fmt/format.h>

#include <cmath>

#include "base/hash.h"
#include "output/pdf/face_subset.h"
#include "output/pdf/pdf_stream.h"
#include "output/pdf/text_map.h"

namespace nbpublish {
namespace {

// "ABCDEF+Name": six letters that tell one subset from another (9.6.4).
std::string tagged_name(const FaceSubset& face) {
  std::string tag;
  for (std::uint64_t hash = hash64(face.program); tag.size() < 6; hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag + '+' + face.name;
}

// "3 [250 600] 17 [600]", with the same precision as the advances that note [letter fit] counts with.
std::string widths(const GlyphTable& table, const std::vector<std::uint32_t>& glyphs) {
  std::string out;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (i == 0) fmt::format_to(std::back_inserter(out), "{} [", glyphs[i]);
    else if (glyphs[i - 1] + 1 < glyphs[i]) fmt::format_to(std::back_inserter(out), "] {} [", glyphs[i]);
    append_thousandths(out, table.advance(glyphs[i]) * 1'000'000 / table.units_per_em());
    out += ' ';
  }
  return out + ']';
}

std::string descriptor(const FontLibrary& fonts, FontId font, const FaceSubset& face, const std::string& name, ObjectNumber program) {
  constexpr int kSymbolic = 4, kItalic = 64, kFixedPitch = 1;
  const FontMetrics& metrics = fonts.metrics(font);
  const FontEntry& entry = fonts.entry(font);
  const auto thousandths_of = [](double ems) { return std::lround(ems * 1000); };
  const int flags = kSymbolic + (entry.italic ? kItalic : 0) + (fonts.has_one_width(font) ? kFixedPitch : 0);
  // Nobody measures stems; what viewers use them for is a face that is missing.
  const long stem = 50 + std::lround(std::pow(entry.weight / 65.0, 2));
  return fmt::format(
      "<< /Type /FontDescriptor /FontName /{} /Flags {} /FontBBox [{} {} {} {}] /ItalicAngle {} /Ascent {} /Descent {} /CapHeight {} "
      "/StemV {} "
      "/{} {} >>",
      name, flags, face.left, face.bottom, face.right, face.top, std::lround(face.italic_angle), thousandths_of(metrics.ascender),
      thousandths_of(metrics.descender), thousandths_of(metrics.cap_height), stem, face.is_cff ? "FontFile3" : "FontFile2",
      pdf_reference(program));
}

}  // namespace

Result<ObjectNumber> add_font(PdfFile& file, ObjectNumber& next, const GlyphTables& tables, const FaceGlyphs& used) {
  const GlyphTable& table = tables.of(used.font);
  NBP_TRY_ASSIGN(const FaceSubset subset, cut_face(tables.fonts(), used.font, used.glyphs));
  const std::string name = tagged_name(subset);
  const ObjectNumber font = next++, descendant = next++, described = next++, program = next++, text = next++;
  file.add(font, fmt::format("<< /Type /Font /Subtype /Type0 /BaseFont /{} /Encoding /Identity-H /DescendantFonts [{}] /ToUnicode {} >>",
                             name, pdf_reference(descendant), pdf_reference(text)));
  file.add(descendant, fmt::format("<< /Type /Font /Subtype /{} /BaseFont /{} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
                                   "/Supplement 0 >> /FontDescriptor {} /W [{}]{} >>",
                                   subset.is_cff ? "CIDFontType0" : "CIDFontType2", name, pdf_reference(described),
                                   widths(table, used.glyphs), subset.is_cff ? "" : " /CIDToGIDMap /Identity"));
  file.add(described, descriptor(tables.fonts(), used.font, subset, name, program));
  file.add_stream(
      program, pdf_stream(subset.is_cff ? "/Subtype /CIDFontType0C" : fmt::format("/Length1 {}", subset.program.size()), subset.program));
  file.add_stream(text, pdf_stream("", text_map(table, used)));
  return font;
}

}  // namespace nbpublish
