// The declarations of a style sheet or a style attribute, and the addresses in their values.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace nbpublish {

// One `name: value`, without white space around them.
struct CssDeclaration {
  std::string_view selector;  // of the innermost block: "h1, h2", "@font-face"; with its comments
  std::string name;           // in lower case
  std::string_view value;     // to its ; or }, strings and comments in it
  int line = 0;               // of the name, the text's first being 1
};

// Calls `visit` for each declaration, and for each statement such as @import with "@import" as name.
// Never fails: what is no CSS is skipped. Time is linear, memory in the depth of blocks (at most 64 are told
// apart).
void scan_css(std::string_view css, const std::function<void(const CssDeclaration&)>& visit);

// Calls `visit` for each address in url(…), and for each string of an @import.
void scan_css_urls(std::string_view value, bool is_import, const std::function<void(std::string_view)>& visit);

}  // namespace nbpublish
