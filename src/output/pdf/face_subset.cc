#include "output/pdf/face_subset.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb-subset.h>

#include <array>
#include <memory>

namespace nbpublish {
namespace {

// Tables that text in a PDF has no use for: its codes are glyphs' and each glyph stands where the layout put it.
constexpr hb_tag_t kDropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('c', 'm', 'a', 'p'),
    HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'), HB_TAG('k', 'e', 'r', 'n'),
    HB_TAG('V', 'O', 'R', 'G'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('g', 'a', 's', 'p'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('M', 'A', 'T', 'H'),
    HB_TAG('m', 'e', 't', 'a'), HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H')};

struct Free {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

std::string blob_bytes(const Owned<hb_blob_t>& blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  return {data, size};
}

Owned<hb_subset_input_t> input_for(const std::vector<std::uint32_t>& glyphs) {
  Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) return input;
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t table : kDropped) hb_set_add(dropped, table);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

std::string postscript_name(hb_face_t* face) {
  std::array<char, 64> text{};
  unsigned size = text.size();
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, text.data());
  std::string name;
  for (unsigned i = 0; i < size; ++i)
    if (text[i] > ' ' && text[i] < 0x7F && std::string_view("()<>[]{}/%#").find(text[i]) == std::string_view::npos) name += text[i];
  return name.empty() ? "Font" : name;
}

// The box of the table head (OpenType), from its offset on.
void read_box(hb_face_t* face, FaceSubset& out) {
  constexpr std::size_t kBox = 36;
  const std::string head = blob_bytes(Owned<hb_blob_t>(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'))));
  if (head.size() < kBox + 8) return;
  const auto units = static_cast<int>(hb_face_get_upem(face));
  const auto at = [&](std::size_t index) {
    const auto high = static_cast<unsigned char>(head[kBox + 2 * index]), low = static_cast<unsigned char>(head[kBox + 2 * index + 1]);
    return static_cast<std::int16_t>(high << 8 | low) * 1000 / units;
  };
  out.left = at(0), out.bottom = at(1), out.right = at(2), out.top = at(3);
}

}  // namespace

Result<FaceSubset> cut_face(const FontLibrary& fonts, FontId font, const std::vector<std::uint32_t>& glyphs) {
  hb_face_t* face = hb_font_get_face(fonts.hb_font(font));
  const Owned<hb_subset_input_t> input = input_for(glyphs);
  const Owned<hb_face_t> cut(input ? hb_subset_or_fail(face, input.get()) : nullptr);
  if (!cut) return fail(ErrorKind::Internal, fmt::format("the font {} cannot be cut", fonts.entry(font).file));
  FaceSubset out;
  out.program = blob_bytes(Owned<hb_blob_t>(hb_face_reference_table(cut.get(), HB_TAG('C', 'F', 'F', ' '))));
  out.is_cff = !out.program.empty();
  if (!out.is_cff) out.program = blob_bytes(Owned<hb_blob_t>(hb_face_reference_blob(cut.get())));
  out.name = postscript_name(face);
  out.italic_angle = hb_style_get_value(fonts.hb_font(font), HB_STYLE_TAG_SLANT_ANGLE);
  read_box(face, out);
  return out;
}

}  // namespace nbpublish
