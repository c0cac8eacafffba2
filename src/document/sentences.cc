#include "document/sentences.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace nbpublish {
namespace {

// Whether the full stop at `at` ends a sentence: a capital follows, and no "e.g" or "A" stands before.
bool ends_sentence(std::string_view text, std::size_t at) {
  if (at + 1 == text.size()) return true;
  if (text[at + 1] != ' ') return false;
  std::size_t next = at + 2;
  if (next >= text.size() || !u_isupper(static_cast<UChar32>(next_code_point(text, next)))) return false;
  const std::string_view word = text.substr(text.rfind(' ', at) + 1, at - text.rfind(' ', at) - 1);
  return word.size() > 1 && word.find('.') == word.npos;
}

}  // namespace

std::string first_sentence(std::string text) {
  for (std::size_t at = text.find('.'); at != text.npos; at = text.find('.', at + 1))
    if (ends_sentence(text, at)) return text.substr(0, at);
  return text;
}

std::string short_excerpt(std::string_view excerpt) {
  constexpr std::size_t kMostCharacters = 160;
  if (count_code_points(excerpt) <= kMostCharacters) return std::string(excerpt);
  const std::string first = first_sentence(std::string(excerpt));
  const bool is_shorter = first.size() < excerpt.size() && count_code_points(first) < kMostCharacters;
  return is_shorter ? first + "." : std::string();
}

}  // namespace nbpublish
