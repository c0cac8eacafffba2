#include "figure/dark_svg.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/ascii.h"
#include "css/css_colour.h"
#include "figure/svg_letters.h"
#include "figure/svg_names.h"
#include "figure/svg_properties.h"
#include "figure/svg_xml.h"

namespace nbpublish {
namespace {

bool keeps_its_colours(pugi::xml_node svg) {
  return std::ranges::any_of(css_declarations(svg.attribute("style").value()),
                             [](const CssDeclaration& d) { return d.name == "forced-color-adjust" && lowered(d.value) == "none"; });
}

// Where nobody names a colour, SVG means black. An attribute is weaker than any style.
void name_default(pugi::xml_node element, const char* property, const std::string& black) {
  if (!element.attribute(property)) element.append_attribute(property) = black.c_str();
}

void name_default_of_stops(pugi::xml_node node, const std::string& black) {
  if (local_name(node.name()) == "stop") name_default(node, "stop-color", black);
  for (const pugi::xml_node child : node.children()) name_default_of_stops(child, black);
}

}  // namespace

Result<std::string> dark_svg(const std::string& bytes, const DarkColours& colours) {
  pugi::xml_document document;
  NBP_TRY(parse_svg(document, bytes));
  pugi::xml_node svg = document.document_element();
  if (keeps_its_colours(svg)) return bytes;
  SvgLetters letters(svg);
  std::map<Rgb, Rgb> known;  // each costs some hundred roots
  const auto turned = [&](Rgb colour) {
    const auto [at, fresh] = known.try_emplace(colour);
    if (fresh) at->second = colours(colour);
    return at->second;
  };
  change_properties(svg, [&](std::string_view name, std::string_view value) -> std::optional<std::string> {
    if (!is_colour_property(name)) return std::nullopt;
    return map_colours(value, turned);
  });
  letters.paint([&](Rgb colour) -> std::optional<Rgb> {
    const Rgb readable = colours.of_text(colour);
    return readable == turned(colour) ? std::nullopt : std::optional(readable);
  });
  const std::string black = css_text({turned({}), 1});
  for (const char* property : {"fill", "color"}) name_default(svg, property, black);
  name_default_of_stops(svg, black);
  return svg_text(svg);
}

}  // namespace nbpublish
