// NodeIds: identity that survives edits elsewhere in the chapter.
#pragma once

#include "document/document.h"

namespace nbpublish {

// Gives every block, list item, cell and note its id: a hash of its kind and text, and of how many
// blocks with the same kind and text came before it. Moving or editing another block keeps it.
void assign_ids(Document& document);

}  // namespace nbpublish
