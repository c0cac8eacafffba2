// Who said it: the line of a block quote that begins with a dash.
#pragma once

#include <vector>

#include "source/syntax.h"

namespace nbpublish {

// Takes the attribution off a quote's blocks and returns its inlines without the dash: the last
// paragraph, or the last line of it, if that begins with an em dash, `--` or `---`. Empty if there is
// none; a quote that is nothing but such a paragraph has none.
std::vector<SyntaxNode> take_attribution(std::vector<SyntaxNode>& quote);

}  // namespace nbpublish
