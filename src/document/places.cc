#include "document/places.h"

#include "document/walk.h"

namespace nbpublish {
namespace {

void erase_places(Inlines& words) {
  std::erase_if(words, is_place);
  for (Inline& inl : words)
    std::visit(
        [](auto& content) {
          if constexpr (requires { content.children; }) erase_places(content.children);
        },
        inl.content);
}

}  // namespace

Inline place(SourceSpan span, std::string name) {
  IndexMark mark;
  mark.anchor = std::move(name);
  return {span, std::move(mark)};
}

const std::string* name_of_place(const Inline& inl) {
  const auto* mark = as<IndexMark>(inl);
  const bool is_listed =
      mark == nullptr || !mark->children.empty() || !mark->entry.empty() || !mark->see.empty() || !mark->see_also.empty();
  return is_listed ? nullptr : &mark->anchor;
}

std::vector<std::string> take_places(Inlines& words) {
  std::vector<std::string> names;
  walk_detail::inlines(words, [&](const Inline& inl) {
    if (const std::string* name = name_of_place(inl)) names.push_back(*name);
  });
  if (!names.empty()) erase_places(words);
  return names;
}

}  // namespace nbpublish
