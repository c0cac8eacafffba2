#include "figure/svg_properties.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "figure/svg_names.h"

namespace nbpublish {
namespace {

constexpr auto kColourProperties =
    std::to_array<std::string_view>({"color", "fill", "flood-color", "lighting-color", "stop-color", "stroke"});

// The sanitiser leaves one piece of text in a sheet.
void change_style_element(pugi::xml_node style, const CssChange& change) {
  for (pugi::xml_node text : style.children()) text.set_value(change_sheet(text.value(), change).c_str());
}

void change_attributes(pugi::xml_node element, const CssChange& change) {
  for (pugi::xml_attribute attribute : element.attributes()) {
    const std::string_view name = local_name(attribute.name());
    if (name == "style") attribute.set_value(change_declarations(attribute.value(), change).c_str());
    else if (const auto changed = change(name, attribute.value())) attribute.set_value(changed->c_str());
  }
}

}  // namespace

// Depth is bounded: check_depth of the sanitiser was before.
void change_properties(pugi::xml_node svg, const CssChange& change) {
  change_attributes(svg, change);
  if (local_name(svg.name()) == "style") return change_style_element(svg, change);
  for (const pugi::xml_node child : svg.children())
    if (child.type() == pugi::node_element) change_properties(child, change);
}

bool any_property(pugi::xml_node svg, const std::function<bool(std::string_view, std::string_view)>& holds) {
  const auto declared = [&](const CssDeclaration& d) { return holds(d.name, d.value); };
  for (const pugi::xml_attribute attribute : svg.attributes()) {
    const std::string_view name = local_name(attribute.name());
    if (name == "style" ? std::ranges::any_of(css_declarations(attribute.value()), declared) : holds(name, attribute.value())) return true;
  }
  if (local_name(svg.name()) == "style")
    return std::ranges::any_of(css_rules(svg.child_value()),
                               [&](const CssRule& rule) { return std::ranges::any_of(css_declarations(rule.block), declared); });
  return std::ranges::any_of(svg.children(),
                             [&](pugi::xml_node child) { return child.type() == pugi::node_element && any_property(child, holds); });
}

bool is_colour_property(std::string_view name) { return std::ranges::binary_search(kColourProperties, name); }

void add_style(pugi::xml_node element, std::string_view declaration) {
  pugi::xml_attribute style = element.attribute("style");
  if (!style) style = element.append_attribute("style");
  std::string text(style.value());
  if (!trimmed(text, kHtmlSpace).empty() && !trimmed(text, kHtmlSpace).ends_with(';')) text += ';';
  style.set_value(text.append(declaration).c_str());
}

}  // namespace nbpublish
