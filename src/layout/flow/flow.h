// Flow: the blocks of a chapter become a galley.
#pragma once

#include "document/document.h"
#include "layout/galley/galley.h"

namespace nbpublish {

// Everything of the chapter after its opener; notes included. Tags hang below kRootTag.
Galley flow_document(LayoutContext& context, const Document& document);

// Blocks alone, for matter that has no opener (a dedication).
Galley flow_blocks(LayoutContext& context, const Blocks& blocks);

}  // namespace nbpublish
