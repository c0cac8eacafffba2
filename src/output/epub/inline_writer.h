// Inlines to XHTML phrasing content.
#pragma once

#include <pugixml.hpp>

#include "output/epub/chapter_context.h"

namespace nbpublish {

void write_inlines(pugi::xml_node parent, const Inlines& inlines, ChapterContext& context);
// Of a Phrase, or another line that leads nowhere and holds no pictures.
void add_words(pugi::xml_node parent, const Inlines& words);

}  // namespace nbpublish
