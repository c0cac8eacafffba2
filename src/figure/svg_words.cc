#include "figure/svg_words.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "figure/svg_names.h"

namespace nbpublish {
namespace {

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

bool is_decided_elsewhere(pugi::xml_node node) {
  const std::string_view transform(node.attribute("transform").value()), style(node.attribute("style").value());
  return local_name(node.name()) == "style" || style.find("font") != std::string_view::npos ||
         transform.find("scale") != std::string_view::npos || transform.find("matrix") != std::string_view::npos;
}

// A plain number of px or user units; 0 for anything else.
double plain_size(std::string_view value) {
  const std::string text(value);
  char* end = nullptr;
  const double size = std::strtod(text.c_str(), &end);
  const std::string_view unit(end);
  return unit.empty() || unit == "px" ? size : 0;
}

class Lettering {
 public:
  // Depth is bounded: check_depth of the sanitiser was before.
  void visit(pugi::xml_node node, double size) {
    if (is_decided_elsewhere(node)) unknown_ = true;
    if (const auto given = node.attribute("font-size")) size = plain_size(given.value());
    const std::string_view name = local_name(node.name());
    if ((name == "text" || name == "tspan") && !collapsed(node.child_value()).empty()) {
      if (size <= 0) unknown_ = true;
      smallest_ = smallest_ == 0 ? size : std::min(smallest_, size);
    }
    for (const pugi::xml_node child : node.children())
      if (child.type() == pugi::node_element) visit(child, size);
  }
  double smallest() const { return unknown_ ? 0 : smallest_; }

 private:
  double smallest_ = 0;
  bool unknown_ = false;
};

}  // namespace

std::string words_in(pugi::xml_node svg, const char* name) { return collapsed(svg.child(name).child_value()); }

double smallest_lettering(pugi::xml_node svg) {
  Lettering lettering;
  lettering.visit(svg, 0);
  return lettering.smallest();
}

}  // namespace nbpublish
