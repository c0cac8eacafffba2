// An image that is alone in its paragraph.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "source/syntax.h"

namespace nbpublish {

struct FigureSyntax {
  std::string source, alt, title;
  std::string label;  // fig:name, from {#fig:name} behind the image
};

// Markdown's image or <img>, with a label, comments and blanks around it and nothing else.
std::optional<FigureSyntax> figure_of(const std::vector<SyntaxNode>& paragraph);

// The name in "{#fig:name}" if `text` is nothing else, blanks aside.
std::optional<std::string> label_in(std::string_view text);

}  // namespace nbpublish
