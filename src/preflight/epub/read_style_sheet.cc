// What style sheets load, and what of them keeps readers from their own size of type, theme and screen.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "css/css_scanner.h"
#include "preflight/epub/readers.h"
#include "preflight/epub/shown.h"

namespace nbpublish {
namespace {

using std::string_view;

constexpr std::array<string_view, 7> kFixedUnits{"px", "pt", "pc", "in", "cm", "mm", "q"};
constexpr std::array<string_view, 8> kPageSelectors{"html", "body", ":root", "*", "p", "div", "section", "span"};
// Values that set no colour of their own.
constexpr std::array<string_view, 7> kNoColour{"inherit", "initial", "unset", "revert", "transparent", "none", "currentcolor"};

template <std::size_t N>
bool is_word_of(string_view word, const std::array<string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

// "12px" of "12px !important".
string_view first_word(string_view value) { return value.substr(0, value.find_first_of(" \t\r\n!/;")); }

// Not 0, which is none in every unit.
bool is_fixed_size(string_view value) {
  const string_view word = first_word(value);
  const std::size_t unit = word.find_first_not_of("+-.0123456789");
  return unit != 0 && unit != string_view::npos && is_word_of(word.substr(unit), kFixedUnits) &&
         word.substr(0, unit).find_first_of("123456789") != string_view::npos;
}

// Whether one of the list's selectors is an element of the page itself, without a class or an ancestor.
bool is_of_page(string_view selectors) {
  for (std::size_t at = 0; at <= selectors.size();) {
    const std::size_t end = std::min(selectors.find(',', at), selectors.size());
    if (is_word_of(trimmed(selectors.substr(at, end - at), kHtmlSpace), kPageSelectors)) return true;
    at = end + 1;
  }
  return false;
}

class Judge {
 public:
  Judge(Reading& reading, const std::string& file, Spot first, string_view selector)
      : reading_(reading), file_(file), first_(first), selector_(selector) {}

  void look(const CssDeclaration& declaration) {
    const std::string& property = declaration.name;
    const std::string value = lowered(declaration.value);
    const string_view selector = declaration.selector.empty() ? selector_ : declaration.selector;
    const bool is_import = property == "@import", is_font = selector.starts_with("@font-face");
    const Spot spot = declaration.line == 1 ? first_ : Spot(first_.line + declaration.line - 1);
    const Place place{file_, spot};
    if (is_import || value.find("url(") != std::string::npos)
      scan_css_urls(declaration.value, is_import, [&](string_view href) {
        const auto kind = is_import ? Reference::Kind::Style : is_font ? Reference::Kind::Font : Reference::Kind::Picture;
        if (!href.starts_with('#')) reading_.refer(file_, kind, href, spot);
      });
    const auto note = [&](EpubRule rule) {
      reading_.findings.add(rule, place, fmt::format("{} {{ {}: {} }}", shown_word(selector), shown_word(property), shown_word(value)));
    };
    if (property == "position" && (first_word(value) == "fixed" || first_word(value) == "absolute")) note(EpubRule::CssPosition);
    if (property == "font-size" && is_fixed_size(value)) note(EpubRule::CssFontSize);
    const bool is_colour = property == "color" || property == "background" || property == "background-color";
    if (is_colour && is_of_page(selector) && !is_word_of(first_word(value), kNoColour)) note(EpubRule::CssPageColour);
  }

 private:
  Reading& reading_;
  const std::string& file_;
  Spot first_;  // where the text begins
  string_view selector_;
};

}  // namespace

void read_css(Reading& reading, const std::string& file, string_view css, Spot first, string_view selector) {
  Judge judge(reading, file, first, selector);
  scan_css(css, [&](const CssDeclaration& declaration) { judge.look(declaration); });
}

void read_style_sheet(Reading& reading, const std::string& file) {
  if (const ZipEntry* entry = reading.book.archive.find(file)) read_css(reading, file, reading.book.archive.read(*entry), 1);
}

}  // namespace nbpublish
