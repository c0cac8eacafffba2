#include "source/html_lists.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "document/kinds.h"

namespace nbpublish {
namespace {

constexpr std::int32_t kMostNumber = 999'999'999;  // as in Markdown's lists

// What begins with a whole number, as HTML reads integers.
std::optional<std::int32_t> whole_number(std::string_view text) {
  text = trimmed(text, kMarkdownSpace);
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int32_t number = 0;
  const std::errc error = std::from_chars(text.data(), text.data() + text.size(), number).ec;
  if (error == std::errc::result_out_of_range) return text.starts_with('-') ? -kMostNumber : kMostNumber;
  return error == std::errc() ? std::optional(std::clamp(number, -kMostNumber, kMostNumber)) : std::nullopt;
}

std::optional<ListNumbering> numbering_of_type(std::string_view type) {
  static constexpr std::pair<std::string_view, ListNumbering> kTypes[] = {{"1", ListNumbering::Decimal},
                                                                          {"a", ListNumbering::LowerAlpha},
                                                                          {"A", ListNumbering::UpperAlpha},
                                                                          {"i", ListNumbering::LowerRoman},
                                                                          {"I", ListNumbering::UpperRoman}};
  for (const auto& [name, numbering] : kTypes)
    if (type == name) return numbering;
  return std::nullopt;
}

std::optional<ListNumbering> numbering_of_style(std::string_view style) {
  if (style == "lower-latin") return ListNumbering::LowerAlpha;
  if (style == "upper-latin") return ListNumbering::UpperAlpha;
  for (const ListNumbering n :
       {ListNumbering::Decimal, ListNumbering::LowerAlpha, ListNumbering::UpperAlpha, ListNumbering::LowerRoman, ListNumbering::UpperRoman})
    if (style == word_of(n)) return n;
  return std::nullopt;
}

// The value of the last list-style or list-style-type among CSS declarations; empty if there is none.
std::string list_style_of(const std::string& declarations) {
  const std::string css = lowered(declarations);
  std::string found;
  for (std::size_t from = 0; from < css.size();) {
    const std::size_t end = std::min(css.find(';', from), css.size());
    const std::string_view declaration = std::string_view(css).substr(from, end - from);
    const std::size_t colon = declaration.find(':');
    const std::string_view property = trimmed(declaration.substr(0, colon), kMarkdownSpace);
    if (colon != declaration.npos && (property == "list-style" || property == "list-style-type"))
      found = trimmed(declaration.substr(colon + 1), kMarkdownSpace);
    from = end + 1;
  }
  return found;
}

}  // namespace

std::string read_numbering(const HtmlToken& ol, List& list) {
  list.reversed = ol.has("reversed");
  list.numbering = ListNumbering::Decimal;
  const std::string style = list_style_of(ol.attribute("style")), type = ol.attribute("type");
  if (style.empty() && type.empty()) return {};
  const std::optional<ListNumbering> asked = style.empty() ? numbering_of_type(type) : numbering_of_style(style);
  if (!asked) return "'" + (style.empty() ? type : style) + "'";
  list.numbering = *asked;
  return {};
}

std::int32_t first_number(const HtmlToken& ol, const List& list) {
  if (const std::optional<std::int32_t> start = whole_number(ol.attribute("start"))) return *start;
  return list.reversed ? static_cast<std::int32_t>(list.items.size()) : 1;
}

std::optional<std::int32_t> item_number(const HtmlToken& li) { return whole_number(li.attribute("value")); }

}  // namespace nbpublish
