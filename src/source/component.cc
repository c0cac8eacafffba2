#include "source/component.h"

#include <charconv>

#include "base/ascii.h"

namespace nbpublish {
namespace {

constexpr std::string_view kMarkBegin = "<!--nbpublish component ";
constexpr std::string_view kMarkEnd = "-->";

}  // namespace

std::string component_mark(std::size_t index) { return std::string(kMarkBegin) + std::to_string(index) + std::string(kMarkEnd); }

std::optional<std::size_t> component_of_mark(std::string_view html) {
  while (html.ends_with('\n') || html.ends_with(' ')) html.remove_suffix(1);
  if (!html.starts_with(kMarkBegin) || !html.ends_with(kMarkEnd)) return std::nullopt;
  html = html.substr(kMarkBegin.size(), html.size() - kMarkBegin.size() - kMarkEnd.size());
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(html.data(), html.data() + html.size(), index);
  if (error != std::errc{} || end != html.data() + html.size()) return std::nullopt;
  return index;
}

std::string words_of_name(std::string_view name) {
  std::string words;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool lower_next = i + 1 < name.size() && is_lower(name[i + 1]);
    const bool after_lower = i > 0 && is_lower(name[i - 1]);
    const bool after_digit = i > 0 && is_digit(name[i - 1]);
    const bool new_word = i > 0 && is_upper(name[i]) && (after_lower || after_digit || (is_upper(name[i - 1]) && lower_next));
    if (name[i] == '.' || name[i] == '_') {
      words += ' ';
      continue;
    }
    if (new_word && !words.ends_with(' ')) words += ' ';
    // Acronyms keep their capitals; the first word keeps its first.
    const bool acronym = is_upper(name[i]) && !lower_next && !(i + 1 == name.size() && after_lower);
    const bool begins_word = i == 0;
    words += !acronym && !begins_word ? to_lower(name[i]) : name[i];
  }
  return words;
}

}  // namespace nbpublish
