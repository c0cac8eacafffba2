// What the text of a Mermaid diagram says of it.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

// A caption for a diagram that has none of its own: "Flowchart, as Mermaid source", by its first word.
std::string mermaid_caption(std::string_view code);

// What kind of diagram it is, by its first word: "Flowchart", "Diagram".
std::string_view mermaid_kind(std::string_view code);

// What the diagram says itself of what it shows, by accTitle, else by accDescr on one line; empty if it says nothing there.
std::string_view alternative_text(std::string_view code);
// Whether it says it by either of them.
bool has_alternative_text(std::string_view code);

// Whether these words were made of the labels of such a diagram (diagrams/words.js): "Flowchart: Parser, Compiler."
bool is_made_of_labels(std::string_view words, std::string_view code);

}  // namespace nbpublish
