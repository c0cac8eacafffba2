// JSX as MDX files carry it: one tag or one expression in braces at a time, no tree.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nbpublish {

struct JsxTag {
  std::string name;                                             // empty for the fragment <>
  bool closing = false;                                         // </Name>
  bool self_closing = false;                                    // <Name />
  bool has_braces = false;                                      // an attribute in braces or a spread
  std::vector<std::pair<std::string, std::string>> attributes;  // those with a value in quotes, and width and height in braces
  std::size_t end = 0;                                          // behind its `>`

  bool is_component() const;  // Name or ns.Name, in contrast to HTML's names
  std::string attribute(std::string_view key) const;
  // Without the attributes in braces, so that an HTML tag is HTML again.
  std::string html() const;
};

// No tag and no expression is longer; keeps hostile files linear.
inline constexpr std::size_t kMaxJsxBytes = 20'000;

// The tag that begins with the `<` at `pos`, or nothing.
std::optional<JsxTag> read_jsx_tag(std::string_view text, std::size_t pos);
// The offset behind the brace that closes the one at `pos`; strings and comments are skipped.
std::optional<std::size_t> end_of_braces(std::string_view text, std::size_t pos);

// Whether the expression is nothing but one comment.
bool is_comment(std::string_view expression);

// What {"text"}, {'text'} or {`text`} stands for; nothing if the expression is another.
std::optional<std::string> string_literal(std::string_view expression);

}  // namespace nbpublish
