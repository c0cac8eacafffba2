#include "text/font_library.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>
#include <unicode/uchar.h>

#include <cassert>
#include <cstdlib>
#include <optional>

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
  bool one_width = false;  // every letter is as wide as the others

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

FontMetrics measure(hb_font_t* font, unsigned upem) {
  FontMetrics m;
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font, &extents);
  m.ascender = static_cast<double>(extents.ascender) / upem;
  m.descender = static_cast<double>(extents.descender) / upem;
  m.x_height = drawn_height(font, 'x', upem);
  m.cap_height = drawn_height(font, 'H', upem);
  hb_codepoint_t space = 0;
  if (hb_font_get_nominal_glyph(font, ' ', &space)) m.space = static_cast<double>(hb_font_get_glyph_h_advance(font, space)) / upem;
  return m;
}

std::optional<hb_position_t> advance_of(hb_font_t* font, hb_codepoint_t code_point) {
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(font, code_point, &glyph)) return std::nullopt;
  return hb_font_get_glyph_h_advance(font, glyph);
}

bool has_letters_of_one_width(hb_font_t* font) {
  const auto narrow = advance_of(font, 'i'), wide = advance_of(font, 'M');
  return narrow && wide && *narrow == *wide;
}

// Makes HarfBuzz's objects; false if the bytes are no font.
bool open_face(FontLibrary::Face& face) {
  hb_blob_t* blob = hb_blob_create(face.bytes.data(), static_cast<unsigned>(face.bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
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
  face.one_width = has_letters_of_one_width(face.font);
  hb_font_make_immutable(face.font);
  hb_face_destroy(hb);
  return usable;
}

constexpr int kWrongSlant = 10'000;  // is worse than any weight

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
    if (!bytes) return fail(ErrorKind::Environment, fmt::format("font {} is missing: {}", name, entry.file), kBringFonts);
    if (sha256_hex(*bytes) != entry.sha256)
      return fail(ErrorKind::Environment, fmt::format("font {} is not the file the manifest means: {}", name, entry.file), kBringFonts);
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
bool FontLibrary::has_one_width(FontId id) const { return faces_[id]->one_width; }

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

FontId FontLibrary::face_for(char32_t c, FontId wanted) const {
  if (has_glyph(wanted, c)) return wanted;
  const Face& asked = *faces_[wanted];
  // For a face of one width those of one width come before the others; a face that is no fallback is better than none.
  int best = -1, best_distance = 0;
  for (std::size_t i = 0; i < faces_.size(); ++i) {
    if (!hb_set_has(faces_[i]->coverage, c)) continue;
    const FontEntry& entry = faces_[i]->entry;
    const bool fits = entry.fallback && (!asked.one_width || faces_[i]->one_width);
    if (fits) return static_cast<FontId>(i);
    const int distance =
        entry.fallback ? -1 : std::abs(entry.weight - asked.entry.weight) + (entry.italic != asked.entry.italic ? kWrongSlant : 0);
    if (best < 0 || distance < best_distance) best = static_cast<int>(i), best_distance = distance;
  }
  return best < 0 ? wanted : static_cast<FontId>(best);
}

bool FontLibrary::is_missing(char32_t c, FontId wanted) const {
  // Joiners, selectors and soft hyphens draw nothing; ASCII is asked for often and is in every text face.
  return c >= 0x80 && !has_glyph(face_for(c, wanted), c) &&
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0;
}

}  // namespace nbpublish
