// Short ways to write documents in the tests of this room.
#pragma once

#include "document/document.h"

namespace nbpublish::test {

inline Inline text(std::string value) { return {{}, Text{std::move(value)}}; }
inline Inline code(std::string value) { return {{}, Code{std::move(value)}}; }
inline Inline link_to(std::string href, Inlines children, SourceSpan span = {}) {
  return {span, Link{RawTarget{std::move(href)}, "", std::move(children)}};
}
inline Block paragraph(Inlines children) { return {0, {}, Paragraph{std::move(children)}}; }
inline Block heading(int level, Inlines children, SourceSpan span = {}) { return {0, span, Heading{level, std::move(children), ""}}; }
inline Block code_block(std::string body) { return {0, {}, CodeBlock{{}, std::move(body), 0, {}, ""}}; }
inline Block bullets(std::vector<Blocks> items) {
  List list;
  for (Blocks& blocks : items) list.items.push_back({0, {}, std::nullopt, std::move(blocks)});
  return {0, {}, std::move(list)};
}

}  // namespace nbpublish::test
