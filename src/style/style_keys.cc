#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "base/colour.h"
#include "style/read_style.h"

namespace nbpublish {
namespace {

struct Row {
  std::string_view type, key, text;
};

constexpr Row kRows[] = {
#define NBP_X(type, member, key, text) {#type, key, text},
    NBP_STYLE_KEYS(NBP_X)
#undef NBP_X
};

constexpr std::string_view kColourKeys[] = {
#define NBP_X(id, key) key,
    NBP_COLOUR_ROLES(NBP_X)
#undef NBP_X
};

constexpr std::pair<std::string_view, std::string_view> kThemes[] = {
    {"light", "the light theme"}, {"dark", "the dark theme"}, {"print", "print, a gray"}};

constexpr std::string_view kIntroduction =
    "# Keys of style files\n"
    "\n"
    "Made from the schema in `src/style/schema.h`; rewrite it with `nbpublish --style-keys`.\n"
    "\n"
    "A style is a folder with a file `style.toml`. Every key must be given, there or in the style that the\n"
    "file names with `extends = \"name\"`. Lengths are numbers of PostScript points (72 = 1 inch). A text "
    "style\n"
    "is a string of family role (`serif`, `sans`, `mono`), weight, `italic` if it is, and size/leading in "
    "points:\n"
    "`\"serif 400 italic 9.5/13\"`. A colour is written `\"#7A1465\"`.\n";

std::string_view type_in_words(std::string_view type) {
  if (type == "Length") return "points";
  if (type == "TextStyle") return "text style";
  if (type == "double") return "number";
  if (type == "int") return "whole number";
  if (type == "InnerMargins") return "list of pairs";
  if (type == "bool") return "true or false";
  return "string";
}

// Text for a cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<' || c == '|') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string style_keys_markdown() {
  std::string out(kIntroduction);
  out += "\n| key | type | what it decides |\n|---|---|---|\n";
  for (const Row& row : kRows) out += fmt::format("| `{}` | {} | {} |\n", row.key, type_in_words(row.type), cell(row.text));
  for (const auto& [theme, edition] : kThemes)
    for (const std::string_view key : kColourKeys)
      out += fmt::format("| `colour.{}.{}` | colour | the role in {} |\n", theme, key, edition);
  return out;
}

}  // namespace nbpublish
