// What the text of a Mermaid diagram says of it.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

// A caption for a diagram that has none of its own: "Flowchart, as Mermaid source", by its first word.
std::string mermaid_caption(std::string_view code);

// Whether the diagram says itself what it shows, by accTitle or accDescr.
bool has_alternative_text(std::string_view code);

// Whether these words were made of the labels of such a diagram (diagrams/words.js): "Flowchart: Parser, Compiler."
bool is_made_of_labels(std::string_view words, std::string_view code);

}  // namespace nbpublish
