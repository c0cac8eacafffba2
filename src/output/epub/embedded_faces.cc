#include "output/epub/embedded_faces.h"

#include <fmt/format.h>
#include <hb-subset.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace nbpublish {
namespace {

struct WantedFace {
  const char* family;
  int weight;
  bool italic;
};
constexpr WantedFace kWantedFaces[] = {{"Source Serif 4", 400, false}, {"Source Serif 4", 400, true},  {"Source Serif 4", 600, false},
                                       {"Source Serif 4", 600, true},  {"JetBrains Mono", 400, false}, {"JetBrains Mono", 700, false},
                                       {"JetBrains Mono", 400, true},  {"Inter", 400, false},          {"Inter", 600, false},
                                       {"Inter", 700, false}};

// What text needs and the stylesheet asks for. Alternates that it does not (Inter's fractions, JetBrains
// Mono's coding ligatures) would keep many glyphs alive.
constexpr hb_tag_t kKeptFeatures[] = {HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'), HB_TAG('m', 'a', 'r', 'k'),
                                      HB_TAG('m', 'k', 'm', 'k'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('l', 'i', 'g', 'a'),
                                      HB_TAG('l', 'n', 'u', 'm'), HB_TAG('t', 'n', 'u', 'm')};
// Name records: copyright, family … PostScript name, and the licence with its address (OFL asks for it).
constexpr unsigned kKeptNames[] = {0, 1, 2, 3, 4, 5, 6, 13, 14};

struct Destroy {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
template <class T>
using Handle = std::unique_ptr<T, Destroy>;

std::string_view extension_of(std::string_view file) { return file.ends_with(".otf") ? "otf" : "ttf"; }

std::string package_file(const FontEntry& entry) {
  std::string name;
  for (const char c : fmt::format("{}-{}{}", entry.family, entry.weight, entry.italic ? "-italic" : "")) name += c == ' ' ? '-' : c;
  return fmt::format("fonts/{}.{}", name, extension_of(entry.file));
}

Handle<hb_subset_input_t> subset_input(const std::set<char32_t>& characters) {
  Handle<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) return input;
  hb_set_t* unicodes = hb_subset_input_unicode_set(input.get());
  for (const char32_t c : characters) hb_set_add(unicodes, c);
  hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  hb_set_clear(features);
  for (const hb_tag_t feature : kKeptFeatures) hb_set_add(features, feature);
  hb_set_t* names = hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID);
  hb_set_clear(names);
  for (const unsigned name : kKeptNames) hb_set_add(names, name);
  return input;
}

std::string bytes_of(const std::set<char32_t>& characters) {
  std::string bytes;
  for (const char32_t c : characters) append_utf8(bytes, c);
  return bytes;
}

Result<std::string> subset(std::string_view font, const std::string& file, const hb_subset_input_t* input) {
  const Handle<hb_blob_t> blob(hb_blob_create(font.data(), static_cast<unsigned>(font.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  const Handle<hb_face_t> face(hb_face_create(blob.get(), 0));
  const Handle<hb_face_t> cut(input ? hb_subset_or_fail(face.get(), input) : nullptr);
  if (!cut) return fail(ErrorKind::Internal, fmt::format("the font {} cannot be subset", file));
  const Handle<hb_blob_t> bytes(hb_face_reference_blob(cut.get()));
  unsigned size = 0;
  const char* data = hb_blob_get_data(bytes.get(), &size);
  return std::string(data, size);
}

}  // namespace

std::vector<FontId> embedded_faces(const FontLibrary& fonts) {
  std::vector<FontId> faces;
  for (const WantedFace& wanted : kWantedFaces) {
    if (!fonts.has_family(wanted.family)) continue;
    const FontId face = fonts.find(wanted.family, wanted.weight, wanted.italic);
    if (std::ranges::find(faces, face) == faces.end()) faces.push_back(face);
  }
  return faces;
}

Result<std::vector<PackageItem>> subset_fonts(const FontLibrary& fonts, const std::vector<FontId>& faces,
                                              const std::set<char32_t>& characters, PackStore* store) {
  const Handle<hb_subset_input_t> input = subset_input(characters);
  const std::string wanted = bytes_of(characters);
  std::vector<PackageItem> items;
  for (const FontId face : faces) {
    const FontEntry& entry = fonts.entry(face);
    const Hash128 key = hash128(entry.sha256 + wanted);
    NBP_TRY_ASSIGN(std::string bytes,
                   find_or_make(store, "subset", key, [&] { return subset(fonts.bytes(face), entry.file, input.get()); }));
    items.push_back({fmt::format("font-{}", items.size() + 1), package_file(entry), fmt::format("font/{}", extension_of(entry.file)), "",
                     std::move(bytes)});
  }
  return items;
}

std::string font_face_rules(const FontLibrary& fonts, const std::vector<FontId>& faces) {
  if (faces.empty()) return "/* No fonts are embedded: the reader's own are used. */\n";
  std::set<std::string> licences;
  std::string rules;
  for (const FontId face : faces) {
    const FontEntry& entry = fonts.entry(face);
    licences.insert(fmt::format(" * {}: {}\n", entry.family, entry.licence));
    rules += fmt::format("@font-face {{ font-family: \"{}\"; font-weight: {}; font-style: {}; src: url(\"../{}\"); }}\n", entry.family,
                         entry.weight, entry.italic ? "italic" : "normal", package_file(entry));
  }
  std::string out = "/* Embedded fonts, cut down to the characters of this book; their licences:\n";
  for (const std::string& licence : licences) out += licence;
  return out + " */\n" + rules;
}

void collect_characters(std::string_view xhtml, std::set<char32_t>& characters) {
  for (std::size_t pos = 0; pos < xhtml.size();)
    if (const char32_t c = next_code_point(xhtml, pos); c >= U' ') characters.insert(c);
}

}  // namespace nbpublish
