// ComponentLines: the lines between the tags of MDX components, which are indented for the eye.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "source/source_text.h"

namespace nbpublish {

class ComponentLines {
 public:
  // The tags in the order of the text, with their lines.
  void open(const std::string& name, std::size_t line);
  void close(const std::string& name, std::size_t line);

  // What takes away the indent that the lines between two tags share: in Markdown four blanks would be code. In ascending order.
  std::vector<SourceText::Replacement> dedented(const SourceText& source) const;

 private:
  // An opening tag whose end has not been seen.
  struct OpenTag {
    std::string name;
    std::size_t line = 0;
  };
  std::vector<OpenTag> open_;
  std::vector<std::pair<std::size_t, std::size_t>> inside_;  // first and last line between two tags
};

}  // namespace nbpublish
