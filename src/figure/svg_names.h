// Names of SVG elements and attributes.
#pragma once

#include <string_view>

namespace nbpublish {

inline constexpr std::string_view kSvgNamespace = "http://www.w3.org/2000/svg";

// The name without its namespace prefix.
inline std::string_view local_name(const char* name) {
  const std::string_view full(name);
  const std::size_t colon = full.find(':');
  return colon == std::string_view::npos ? full : full.substr(colon + 1);
}

}  // namespace nbpublish
