// Raw HTML cut into tags, comments and text; no HTML parser, only what Markdown files carry.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nbpublish {

struct HtmlToken {
  enum class Kind { Text, Open, Close, Void, Comment };
  Kind kind = Kind::Text;
  std::string name;                                             // of a tag, as written; compare with is_tag()
  std::vector<std::pair<std::string, std::string>> attributes;  // names lower case, values decoded
  std::size_t begin = 0, end = 0;                               // bytes of the text that was cut
  bool closed = true;                                           // false: a comment without an end, which hides all the rest

  // Tag names compare without case.
  bool is(std::string_view tag) const;
  std::string attribute(std::string_view key) const;  // empty if absent
  bool has(std::string_view key) const;
  // What links may call the place: id, and the name of an <a>.
  std::vector<std::string> place_names() const;
};

// `Void` is a tag that stands alone: <br>, <img ...>, <x/>. Unclosed tags are Text, and so is all between <script> or
// <style> and its end. Declarations and processing instructions count as comments.
std::vector<HtmlToken> cut_html(std::string_view html);

// Replaces entities by their characters.
std::string decode_entities(std::string_view text);

}  // namespace nbpublish
