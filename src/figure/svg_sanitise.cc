#include "figure/svg_sanitise.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "figure/svg_expansion.h"
#include "figure/svg_names.h"

namespace nbpublish {
namespace {

constexpr int kDeepestElement = 256;

// Elements without a place in a still, self-contained drawing.
constexpr auto kDropped =
    std::to_array<std::string_view>({"animate", "animateColor", "animateMotion", "animateTransform", "audio", "discard", "embed", "handler",
                                     "iframe", "listener", "metadata", "namedview", "object", "script", "set", "video"});
static_assert(std::ranges::is_sorted(kDropped));

// Before anything recursive touches the tree; the walk itself is not.
Status check_depth(pugi::xml_node svg) {
  struct Depth : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node&) override { return depth() < kDeepestElement; }
  } walker;
  if (svg.traverse(walker)) return {};
  return fail(ErrorKind::Input, fmt::format("the SVG's elements are nested more than {} deep", kDeepestElement));
}

// Whether the nearest declaration of the element's prefix names the SVG namespace.
bool is_svg_element(pugi::xml_node element) {
  const std::string_view name(element.name()), local = local_name(element.name());
  const std::string prefix(name.substr(0, name.size() - local.size()));
  const std::string declaration = prefix.empty() ? "xmlns" : "xmlns:" + prefix.substr(0, prefix.size() - 1);
  for (pugi::xml_node node = element; node; node = node.parent())
    if (const auto attribute = node.attribute(declaration.c_str())) return attribute.value() == kSvgNamespace;
  return false;
}

// Event handlers, xml:base, and what drawing programs note for themselves under a prefix of their own.
bool is_dropped(pugi::xml_attribute attribute) {
  const std::string_view full(attribute.name()), name = local_name(attribute.name());
  if (name.starts_with("on") || name == "base") return true;
  if (name.size() == full.size() || name == "href") return false;
  return !full.starts_with("xml:") && !full.starts_with("xmlns:") && !full.starts_with("xlink:");
}

class Sanitiser {
 public:
  explicit Sanitiser(const PictureLimits& limits) : limits_(limits) {}

  Status element(pugi::xml_node node) {
    NBP_TRY(attributes(node));
    if (local_name(node.name()) == "style") return style_sheet(node);
    for (pugi::xml_node child = node.first_child(); child;) {
      const pugi::xml_node next = child.next_sibling();
      if (child.type() == pugi::node_element) NBP_TRY(child_element(node, child));
      child = next;
    }
    return {};
  }

 private:
  Status child_element(pugi::xml_node parent, pugi::xml_node child) {
    const std::string_view name = local_name(child.name());
    const bool in_switch = local_name(parent.name()) == "switch";  // has a fallback for programs without HTML
    const bool dropped = std::ranges::binary_search(kDropped, name) || !is_svg_element(child);
    if (dropped || (name == "foreignObject" && in_switch)) {
      parent.remove_child(child);
      return {};
    }
    if (name == "foreignObject")
      return fail(ErrorKind::Input, "the SVG has HTML inside it (foreignObject), which cannot be printed",
                  "export its labels as SVG text; for Mermaid set htmlLabels to false");
    return element(child);
  }

  Status attributes(pugi::xml_node node) {
    const bool link = local_name(node.name()) == "a";
    for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
      const pugi::xml_attribute next = attribute.next_attribute();
      const std::string_view name = local_name(attribute.name());
      const bool reference = name == "href" || name == "src";
      if (is_dropped(attribute) || (reference && link)) {
        node.remove_attribute(attribute);
      } else if (reference) {
        NBP_TRY(check_reference(attribute.value(), limits_));
      } else if (name == "style") {
        NBP_TRY_ASSIGN(const std::string css, sanitise_css(attribute.value()));
        attribute.set_value(css.c_str());
      } else if (!name.starts_with("aria-") && !name.starts_with("data-")) {
        NBP_TRY(check_urls(attribute.value()));
      }
      attribute = next;
    }
    return {};
  }

  Status style_sheet(pugi::xml_node node) {
    std::string text;  // several pieces if there is CDATA or a comment
    for (const pugi::xml_node child : node.children()) text += child.value();
    NBP_TRY_ASSIGN(const std::string css, sanitise_css(text));
    node.remove_children();
    node.append_child(pugi::node_pcdata).set_value(css.c_str());
    return {};
  }

  const PictureLimits& limits_;
};

}  // namespace

Status sanitise_svg(pugi::xml_node svg, const PictureLimits& limits) {
  NBP_TRY(check_depth(svg));
  NBP_TRY(Sanitiser(limits).element(svg));
  return check_expansion(svg);
}

}  // namespace nbpublish
