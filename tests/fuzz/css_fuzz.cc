// Style sheets, by each of the readers of CSS: for drawings, for stores' rules, for the ebook's own.
#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "css/css_colour.h"
#include "css/css_scanner.h"
#include "css/css_text.h"
#include "figure/svg_sanitise.h"
#include "fuzz/fuzz.h"
#include "style/style_sheet.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

void read_colours(std::string_view text) {
  if (const auto colour = parse_css_colour(text)) {
    const auto again = parse_css_colour(css_text(*colour));
    must(again && again->rgb == colour->rgb, "a colour that is written can be read");
  }
  const std::string once = map_colours(text, [](Rgb colour) { return colour; });
  must(map_colours(once, [](Rgb colour) { return colour; }) == once, "colours that are written stay as they are");
  (void)has_transparent_colour(text);
}

void read_as_drawing(std::string_view text) {
  std::string joined;
  for (const std::string_view word : css_words(text)) joined += word;
  must(joined == text, "the words are the value");
  for (const CssDeclaration& declaration : css_declarations(text)) must(is_inside(declaration.value, text), "values stand in the text");
  for (const CssRule& rule : css_rules(text))
    must(is_inside(rule.selectors, text) && is_inside(rule.block, text), "rules stand in the text");
  const CssChange nothing = [](std::string_view, std::string_view) { return std::nullopt; };
  must(change_sheet(text, nothing) == text && change_declarations(text, nothing) == text, "what is not changed stays");
  if (const Result<std::string> css = sanitise_css(text)) {
    const Result<std::string> again = sanitise_css(*css);
    must(again.has_value() && *again == *css, "what is safe stays as it is");
  }
}

void read_as_store(std::string_view text) {
  const auto lines = 1 + std::ranges::count(text, '\n');
  scan_css(text, [&](const CssDeclaration& found) {
    must(is_inside(found.selector, text) && is_inside(found.value, text), "declarations stand in the text");
    must(found.line >= 1 && found.line <= lines, "their lines are there");
    scan_css_urls(found.value, found.name == "@import", [](std::string_view) {});
  });
}

void read_as_ebook(std::string_view text) {
  DiagnosticSink first, second;
  const std::string safe = without_loading(text, "epub.css", first);
  must_be_inside(first, text);
  must(sanitise(safe) == safe, "the sheet is UTF-8");
  must(without_loading(safe, "epub.css", second) == safe && second.all().empty(), "what loads nothing stays as it is");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  read_colours(text);
  read_as_drawing(text);
  read_as_store(text);
  read_as_ebook(text);
  return 0;
}
