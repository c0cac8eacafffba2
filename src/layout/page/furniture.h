// Running heads and folios: artifacts, drawn as a content stream of their own.
#pragma once

#include "layout/page/page_builder.h"

namespace nbpublish {

// What a running head says on versos; on rectos it is the section in force.
struct FurnitureText {
  std::string verso;                // "9.3 Title of the chapter"
  std::string recto;                // where no section is in force yet: the chapter's title
  std::string suffix;               // "Early access, revision 3", or empty
  bool sections_on_versos = false;  // they too say the section in force
};

// Adds head and folio to `page.furniture`, x from the block's left edge. `page.label` is the folio.
void add_furniture(LayoutContext& context, Page& page, const PageFacts& facts, const FurnitureText& text, bool recto);

// `running-head-too-long` where a head would fill more than its share of the measure, at the title or heading that it
// repeats; `document` may be null.
void check_running_heads(LayoutContext& context, const std::vector<PageFacts>& facts, const FurnitureText& text, const Document* document);

}  // namespace nbpublish
