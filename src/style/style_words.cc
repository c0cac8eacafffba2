#include "style/style_words.h"

#include <fmt/format.h>

namespace nbpublish {
namespace {

std::string words_of(bool value) { return value ? "true" : "false"; }
std::string words_of(int value) { return std::to_string(value); }
std::string words_of(double value) { return fmt::format("{:g}", value); }
std::string words_of(Length value) { return fmt::format("{:g}", value.points()); }
std::string words_of(const std::string& value) { return value; }

std::string words_of(const TextStyle& value) {
  static constexpr const char* kFamilies[] = {"serif", "sans", "mono"};
  return fmt::format("{} {}{} {}/{}", kFamilies[static_cast<std::size_t>(value.family)], value.weight, value.italic ? " italic" : "",
                     words_of(value.size), words_of(value.leading));
}

std::string words_of(const InnerMargins& value) {
  std::string out;
  for (const InnerMargin& row : value) out += fmt::format("{}[{}, {}]", out.empty() ? "" : ", ", row.most_pages, words_of(row.margin));
  return '[' + out + ']';
}

}  // namespace

std::map<std::string, std::string> style_values(const Style& style) {
  return {
#define NBP_X(type, member, key, text) {key, words_of(style.member)},
      NBP_STYLE_KEYS(NBP_X)
#undef NBP_X
  };
}

}  // namespace nbpublish
