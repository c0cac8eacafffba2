#include "output/pdf/sealed_bytes.h"

#include "archive/codec.h"
#include "archive/frame_fields.h"

namespace nbpublish {

NBP_FIELDS(SealedPage, body, pictures, first_link, links, structure_key, may_be_transparent)
NBP_FIELDS(SealedNode, number, first, last)
NBP_FIELDS(SealedDestination, name, place)
NBP_FIELDS(SealedHeading, level, text, destination)
NBP_FIELDS(SealedPack, stream, inside)
NBP_FIELDS(PictureObject, content, text, targets, stream)
NBP_FIELDS(GlyphText, glyph, text)
NBP_FIELDS(FaceGlyphs, font, glyphs, texts)
NBP_FIELDS(SealedPart, first_number, pages, packs, picture_objects, pictures, structure, parents, ids, next_structure_key, destinations,
           outline, glyphs)
NBP_ROOT(SealedPart, "sealed", 1)
NBP_ARCHIVED(SealedPart)

}  // namespace nbpublish
