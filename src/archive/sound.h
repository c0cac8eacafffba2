// What a decoded value promises beyond the kinds of its fields: numbers that point into it, or into the font library, point at something.
#pragma once

#include "archive/decoding.h"
#include "document/document.h"
#include "frame/frame.h"

namespace nbpublish {

// Marks of notes have their notes, and rows as many cells as there are columns.
bool is_sound(const Document& document, const Decoding& with);
// Their tags are below `tags`; clusters share out text and glyphs; faces are in the library.
bool are_sound(const std::vector<FrameItem>& items, std::size_t tags, const Decoding& with);
// The same of all items but those that are not read yet; tags stand behind their parents.
bool is_sound(const PagedPart& part, const Decoding& with);
bool is_sound(const PagedVolume& volume, const Decoding& with);

}  // namespace nbpublish
