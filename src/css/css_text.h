// Style sheets and style attributes read and changed, as far as drawings need it. Nothing here fails: what is malformed
// is kept as it stands, as librsvg will pass over it. Comments and escapes are gone, by sanitise_css.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "css/css_scanner.h"

namespace nbpublish {

// The pieces of a value, white space and `!important` among them, in order: joined they are the value. What
// stands in parentheses or quotes is one piece with what it follows.
std::vector<std::string_view> css_words(std::string_view value);

std::vector<CssDeclaration> css_declarations(std::string_view block);

// One `selectors { declarations }`, those inside @media among them.
struct CssRule {
  std::string_view selectors, block;
};
std::vector<CssRule> css_rules(std::string_view sheet);

// A new value for a declaration, or nothing to leave it.
using CssChange = std::function<std::optional<std::string>(std::string_view name, std::string_view value)>;

// The declarations of a style attribute, or all those of a sheet, changed; everything else byte for byte.
std::string change_declarations(std::string_view block, const CssChange& change);
std::string change_sheet(std::string_view sheet, const CssChange& change);

}  // namespace nbpublish
