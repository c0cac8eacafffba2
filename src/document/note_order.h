// The numbers of footnotes.
#pragma once

#include "document/document.h"

namespace nbpublish {

// Notes are collected as the source is written, and a table's caption is written behind the table it stands above. Brings the
// notes into the order in which a reader meets their marks; those that no mark leads to come last.
void order_notes(Document& document);

}  // namespace nbpublish
