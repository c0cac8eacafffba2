// The faces that go into the book, cut down to its characters.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "output/epub/pack_store.h"
#include "output/epub/package.h"
#include "text/font_library.h"

namespace nbpublish {

// The faces that the stylesheet speaks of, as far as the library has their families: text in four,
// code in three, sans in three.
std::vector<FontId> embedded_faces(const FontLibrary& fonts);

// One item per face, subset to `characters` (what a face lacks is left to the reader's own fonts). Taken from the store if that has it.
Result<std::vector<PackageItem>> subset_fonts(const FontLibrary& fonts, const std::vector<FontId>& faces,
                                              const std::set<char32_t>& characters, PackStore* store = nullptr);

// The @font-face rules for these faces, with their licences in a comment; no rules for no faces.
std::string font_face_rules(const FontLibrary& fonts, const std::vector<FontId>& faces);

// Every character that stands between the tags or in the attributes of an XHTML file.
void collect_characters(std::string_view xhtml, std::set<char32_t>& characters);

}  // namespace nbpublish
