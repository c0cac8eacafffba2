// What the first bytes of a picture say of it. Nothing is decoded.
#pragma once

#include <string_view>

#include "preflight/epub/epub_book.h"

namespace nbpublish {

// PNG, JPEG and GIF are measured; of other formats the format alone is told. SVG is not recognised: it is
// XML.
PictureFacts picture_facts(std::string_view bytes);

std::string_view word_of(PictureFacts::Format format);        // "JPEG"
std::string_view media_type_of(PictureFacts::Format format);  // "image/jpeg"; empty for those that EPUB does not know

}  // namespace nbpublish
