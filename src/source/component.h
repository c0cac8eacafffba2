// Components of MDX, found before the parsers see the file and put in again as blocks.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace nbpublish {

// A self-closing component on lines of its own: `<BufferGrowth title="..." />`.
struct MdxComponent {
  std::string name;
  std::string title;  // from its attributes title, caption or label; may be empty
  std::string label;  // from its attribute id
  SourceSpan span;
};

// What the book declares to be printed where a component stands.
struct ComponentFigure {
  std::string source;   // the picture, relative to the book's folder; empty if there is none, as was said before
  std::string caption;  // unless the component's own attributes give one
  std::string alt;      // the caption if empty
};
using ComponentFigures = std::map<std::string, ComponentFigure>;  // by the component's name

// What stands in the text for component `index` while the parsers work on it: a comment, which is a block of
// its own in every place where the component was one.
std::string component_mark(std::size_t index);
std::optional<std::size_t> component_of_mark(std::string_view html);

// "BufferGrowth" -> "Buffer growth", "V8HeapViz" -> "V8 heap viz".
std::string words_of_name(std::string_view name);

}  // namespace nbpublish
