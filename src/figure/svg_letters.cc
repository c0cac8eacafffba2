#include "figure/svg_letters.h"

#include "base/ascii.h"
#include "css/css_colour.h"
#include "css/css_text.h"
#include "figure/svg_cascade.h"
#include "figure/svg_names.h"
#include "figure/svg_properties.h"

namespace nbpublish {
namespace {

std::optional<Rgb> fill_of(pugi::xml_node element, SvgCascade& cascade) {
  std::string paint = cascade.value(element, "fill");
  if (lowered(paint) == "currentcolor") paint = cascade.value(element, "color");
  const auto colour = parse_css_colour(paint.empty() ? "black" : paint);
  return colour ? std::optional(colour->rgb) : std::nullopt;
}

void for_each_text(pugi::xml_node node, const auto& visit) {
  const std::string_view name = local_name(node.name());
  if (name == "text" || name == "tspan" || name == "textPath") visit(node);
  for (const pugi::xml_node child : node.children())
    if (child.type() == pugi::node_element) for_each_text(child, visit);
}

}  // namespace

SvgLetters::SvgLetters(pugi::xml_node svg) {
  SvgCascade cascade(svg);
  for_each_text(svg, [&](pugi::xml_node element) {
    if (const auto colour = fill_of(element, cascade)) letters_.emplace_back(element, *colour);
  });
}

void SvgLetters::paint(const std::function<std::optional<Rgb>(Rgb)>& map) {
  for (const auto& [element, colour] : letters_)
    if (const auto painted = map(colour)) add_style(element, "fill:" + css_text({*painted, 1}));
}

}  // namespace nbpublish
