// Where each inline of a leaf block stands. cmark-gfm 0.29 loses columns after hard breaks, gives none
// to bare links and takes the closing line for a link over two lines; but what it found is right, so
// the source is read once more along the tree, which says what must come next.
#pragma once

#include <vector>

#include "source/leaf_text.h"
#include "source/syntax.h"

namespace nbpublish {

// Sets the spans of `inlines`, children first to last, and the names of note references. False if the
// tree and the text part; the inlines from there on keep line 0.
bool locate_inlines(std::vector<SyntaxNode>& inlines, const LeafText& leaf, const SourceText& source);

}  // namespace nbpublish
