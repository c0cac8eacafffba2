// DrawnDiagram: what Mermaid made of one diagram.
#pragma once

#include <string>

namespace nbpublish {

struct DrawnDiagram {
  std::string svg;    // empty if it could not be drawn; then:
  std::string error;  // what Mermaid says of it
  int line = 0;       // of the diagram, from 1; 0 = unknown
};

}  // namespace nbpublish
