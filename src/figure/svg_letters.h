// The colours of text in a drawing, wherever they come from.
#pragma once

#include <pugixml.hpp>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "base/colour.h"

namespace nbpublish {

// Found while the drawing has the colours of its author, given new ones when everything else has changed.
class SvgLetters {
 public:
  explicit SvgLetters(pugi::xml_node svg);

  // `map` is asked for each element of text that is filled with a colour; nothing leaves it as it has become.
  void paint(const std::function<std::optional<Rgb>(Rgb)>& map);

 private:
  std::vector<std::pair<pugi::xml_node, Rgb>> letters_;
};

}  // namespace nbpublish
