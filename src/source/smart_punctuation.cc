#include "source/smart_punctuation.h"

#include "source/no_break_spaces.h"
#include "source/prose.h"
#include "source/smart_dashes.h"
#include "source/smart_quotes.h"

namespace nbpublish {
namespace {

void drop_empty_texts(Inlines& list) {
  std::erase_if(list, [](const Inline& inl) { return as<Text>(inl) != nullptr && as<Text>(inl)->text.empty(); });
  for (Inline& inl : list)
    std::visit(
        [](auto& content) {
          if constexpr (requires { content.children; }) drop_empty_texts(content.children);
        },
        inl.content);
}

}  // namespace

void apply_smart_punctuation(Inlines& leaf) {
  Prose prose(leaf);
  set_ellipses(prose);
  set_quotes(prose);
  set_dashes(prose);         // behind an opening quote `--` begins an option, behind a closing one it is a dash
  set_number_ranges(prose);  // a dash parts numbers that are no range
  set_no_break_spaces(prose);
  prose.write_back();
  drop_empty_texts(leaf);
}

}  // namespace nbpublish
