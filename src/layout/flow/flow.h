// Flow: the blocks of a chapter become a galley.
#pragma once

#include "document/document.h"
#include "layout/galley/galley.h"

namespace nbpublish {

// Everything of the chapter after its opener; notes included. Tags hang below kRootTag. With `has_entries`, as in a glossary, a paragraph
// that begins with strong words is an entry: they stand at the margin, all else of it is indented.
Galley flow_document(LayoutContext& context, const Document& document, bool has_entries = false);

// Blocks alone, for matter that has no opener (a dedication).
Galley flow_blocks(LayoutContext& context, const Blocks& blocks);

// The height of a figure that fills a page with its caption: what a drawing is allowed whose lettering would be too small in
// the style's usual height.
Length highest_figure(const Style& style);

// Of a figure without a width of its own: no wider than the measure, as high as is usual, or up to a page if its lettering
// would be too small to read otherwise. Never enlarged.
Size usual_size(const Picture& picture, Length measure, const Style& style);

}  // namespace nbpublish
