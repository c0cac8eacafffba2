// Inlines to XHTML phrasing content.
#pragma once

#include <pugixml.hpp>

#include "output/epub/chapter_context.h"

namespace nbpublish {

void write_inlines(pugi::xml_node parent, const Inlines& inlines, ChapterContext& context);

}  // namespace nbpublish
