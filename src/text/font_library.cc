#include "text/font_library.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cassert>
#include <climits>
#include <cstdlib>

#include "base/sha256.h"
#include "text/font_manifest.h"

namespace nbpublish {

struct FontLibrary::Face {
  FontEntry entry;
  std::string bytes;
  hb_font_t* font = nullptr;
  hb_set_t* coverage = nullptr;  // code points of the cmap: asked for every character of a book
  unsigned units_per_em = 1000;
  FontMetrics metrics;
  bool contextual_capitals = false;

  Face() = default;
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;
  ~Face() {
    hb_font_destroy(font);
    hb_set_destroy(coverage);
  }
};

namespace {

// Drawn height of a glyph, from its outline: OS/2 lies in some faces (Source Serif 4 says 0.475 em and
// draws 0.492).
double drawn_height(hb_font_t* font, hb_codepoint_t code_point, unsigned upem) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents{};
  if (!hb_font_get_nominal_glyph(font, code_point, &glyph) || !hb_font_get_glyph_extents(font, glyph, &extents)) return 0;
  return static_cast<double>(extents.y_bearing) / upem;
}

std::optional<hb_position_t> advance_of(hb_font_t* font, hb_codepoint_t code_point) {
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(font, code_point, &glyph)) return std::nullopt;
  return hb_font_get_glyph_h_advance(font, glyph);
}

bool has_substitution(hb_face_t* face, hb_tag_t feature) {
  unsigned count = hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, 0, nullptr, nullptr);
  std::vector<hb_tag_t> tags(count);
  hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, 0, &count, tags.data());
  return std::find(tags.begin(), tags.end(), feature) != tags.end();
}

FontMetrics measure(hb_font_t* font, unsigned upem) {
  FontMetrics m;
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font, &extents);
  m.ascender = static_cast<double>(extents.ascender) / upem;
  m.descender = static_cast<double>(extents.descender) / upem;
  m.x_height = drawn_height(font, 'x', upem);
  m.cap_height = drawn_height(font, 'H', upem);
  if (const auto space = advance_of(font, ' ')) m.space = static_cast<double>(*space) / upem;
  const auto narrow = advance_of(font, 'i'), wide = advance_of(font, 'M');
  m.one_width = narrow && wide && *narrow == *wide;
  return m;
}

// Makes HarfBuzz's objects; false if the bytes are no font.
bool open_face(FontLibrary::Face& face) {
  hb_blob_t* blob = hb_blob_create(face.bytes.data(), static_cast<unsigned>(face.bytes.size()), HB_MEMORY_MODE_READONLY,
                                   nullptr, nullptr);
  hb_face_t* hb = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  const bool usable = hb_face_get_glyph_count(hb) > 0;
  face.units_per_em = hb_face_get_upem(hb);
  face.font = hb_font_create(hb);
  hb_ot_font_set_funcs(face.font);
  hb_font_set_scale(face.font, static_cast<int>(face.units_per_em), static_cast<int>(face.units_per_em));
  face.coverage = hb_set_create();
  hb_face_collect_unicodes(hb, face.coverage);
  face.metrics = measure(face.font, face.units_per_em);
  face.contextual_capitals = has_substitution(hb, HB_TAG('c', 'a', 'l', 't')) && has_substitution(hb, HB_TAG('c', 'a', 's', 'e'));
  hb_font_make_immutable(face.font);
  hb_face_destroy(hb);
  return usable;
}

constexpr int kWrongSlant = 10'000;  // is worse than any weight

bool is_default_ignorable(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

constexpr const char* kBringFonts = "run 'make setup', which brings the fonts of fonts/fonts.toml";

}  // namespace

FontLibrary::FontLibrary() = default;
FontLibrary::FontLibrary(FontLibrary&&) noexcept = default;
FontLibrary& FontLibrary::operator=(FontLibrary&&) noexcept = default;
FontLibrary::~FontLibrary() = default;

Result<FontLibrary> FontLibrary::load(const FileSystem& files, const std::filesystem::path& folder) {
  NBP_TRY_ASSIGN(std::vector<FontEntry> entries, read_font_manifest(files, folder));
  FontLibrary library;
  for (FontEntry& entry : entries) {
    auto face = std::make_unique<Face>();
    auto bytes = files.read_file(folder / "files" / entry.file);
    const std::string name = fmt::format("{} {}{}", entry.family, entry.weight, entry.italic ? " italic" : "");
    if (!bytes)
      return fail(ErrorKind::Environment, fmt::format("font {} is missing: {}", name, entry.file), kBringFonts);
    if (sha256_hex(*bytes) != entry.sha256)
      return fail(ErrorKind::Environment, fmt::format("font {} is not the file the manifest means: {}", name, entry.file),
                  kBringFonts);
    face->entry = std::move(entry);
    face->bytes = std::move(*bytes);
    if (!open_face(*face)) return fail(ErrorKind::Environment, fmt::format("font {} cannot be opened", name), kBringFonts);
    library.faces_.push_back(std::move(face));
  }
  if (library.faces_.empty()) return fail(ErrorKind::Environment, "fonts.toml lists no fonts", kBringFonts);
  return library;
}

std::size_t FontLibrary::size() const { return faces_.size(); }
const FontEntry& FontLibrary::entry(FontId id) const { return faces_[id]->entry; }
const FontMetrics& FontLibrary::metrics(FontId id) const { return faces_[id]->metrics; }
std::string_view FontLibrary::bytes(FontId id) const { return faces_[id]->bytes; }
hb_font_t* FontLibrary::hb_font(FontId id) const { return faces_[id]->font; }
unsigned FontLibrary::units_per_em(FontId id) const { return faces_[id]->units_per_em; }
bool FontLibrary::has_glyph(FontId id, char32_t c) const { return hb_set_has(faces_[id]->coverage, c); }

std::pair<int, int> FontLibrary::glyph_ink(FontId id, std::uint32_t glyph) const {
  hb_glyph_extents_t extents{};
  if (!hb_font_get_glyph_extents(faces_[id]->font, glyph, &extents)) return {};
  return {extents.x_bearing, extents.x_bearing + extents.width};
}

bool FontLibrary::has_family(std::string_view family) const {
  for (const auto& face : faces_)
    if (face->entry.family == family) return true;
  return false;
}

FontId FontLibrary::find(std::string_view family, int weight, bool italic) const {
  int best = -1, best_distance = 0;
  for (std::size_t i = 0; i < faces_.size(); ++i) {
    const FontEntry& e = faces_[i]->entry;
    if (e.family != family) continue;
    const int distance = std::abs(e.weight - weight) + (e.italic != italic ? kWrongSlant : 0);
    if (best < 0 || distance < best_distance) best = static_cast<int>(i), best_distance = distance;
  }
  assert(best >= 0 && "style files are checked against the font manifest when they are read");
  return static_cast<FontId>(best < 0 ? 0 : best);
}

std::optional<FontId> FontLibrary::fallback_where(FontId wanted, const auto& draws) const {
  const auto find_among = [&](const auto& may) -> std::optional<FontId> {
    for (std::size_t i = 0; i < faces_.size(); ++i)
      if (faces_[i]->entry.fallback && may(*faces_[i]) && draws(static_cast<FontId>(i))) return static_cast<FontId>(i);
    return std::nullopt;
  };
  if (metrics(wanted).one_width)
    if (const auto found = find_among([](const Face& face) { return face.metrics.one_width; })) return found;
  return find_among([](const Face&) { return true; });
}

FontId FontLibrary::face_for(char32_t c, FontId wanted) const {
  if (has_glyph(wanted, c)) return wanted;
  if (const auto found = fallback_where(wanted, [&](FontId face) { return has_glyph(face, c); })) return *found;
  FontId best = wanted;
  int best_distance = INT_MAX;
  for (std::size_t i = 0; i < faces_.size(); ++i) {
    const FontEntry &entry = faces_[i]->entry, &asked = faces_[wanted]->entry;
    const int distance = std::abs(entry.weight - asked.weight) + (entry.italic != asked.italic ? kWrongSlant : 0);
    if (distance < best_distance && has_glyph(static_cast<FontId>(i), c)) best = static_cast<FontId>(i), best_distance = distance;
  }
  return best;
}

std::optional<FontId> FontLibrary::face_for_all(std::u32string_view characters, FontId wanted) const {
  const auto draws = [&](FontId face) {
    return std::all_of(characters.begin(), characters.end(), [&](char32_t c) { return has_glyph(face, c) || is_default_ignorable(c); });
  };
  return draws(wanted) ? wanted : fallback_where(wanted, draws);
}

bool FontLibrary::has_contextual_capitals(FontId id) const { return faces_[id]->contextual_capitals; }

bool FontLibrary::is_missing(char32_t c, FontId wanted) const {
  // Joiners, selectors and soft hyphens draw nothing; ASCII is asked for often and is in every text face.
  return c >= 0x80 && !has_glyph(face_for(c, wanted), c) && !is_default_ignorable(c);
}

}  // namespace nbpublish
