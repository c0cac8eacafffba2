// Mermaid diagrams, which are printed as their source.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

// A caption for a diagram that has none of its own: "Flowchart, as Mermaid source", by its first word.
std::string mermaid_caption(std::string_view code);

}  // namespace nbpublish
