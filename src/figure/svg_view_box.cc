#include "figure/svg_view_box.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace nbpublish {

std::optional<ViewBoxSize> view_box_size(pugi::xml_node svg) {
  std::string_view rest(svg.attribute("viewBox").value());
  std::array<double, 4> box{};
  for (double& number : box) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" ,\t\r\n"), rest.size()));
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc{}) return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  }
  if (!(box[2] > 0 && box[3] > 0)) return std::nullopt;
  return ViewBoxSize{box[2], box[3]};
}

}  // namespace nbpublish
