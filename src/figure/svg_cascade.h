// What value a property has at an element: attributes, style sheets and inheritance together.
#pragma once

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "css/css_text.h"

namespace nbpublish {

// The cascade of CSS 2 for properties that are inherited, over selectors made of types, classes, ids, ` ` and `>`. Rules
// with others are taken not to apply, and none does after five million comparisons: nobody draws such figures but to do
// harm. Borrows the tree, which must not change meanwhile.
class SvgCascade {
 public:
  explicit SvgCascade(pugi::xml_node svg);

  // Empty where nobody gives one.
  const std::string& value(pugi::xml_node element, const std::string& name);

 private:
  struct Compound {
    std::string_view type, id;  // empty: any
    std::vector<std::string_view> classes;
    bool child = false;  // of what matches the one before it; else a descendant
  };
  struct Rule {
    std::vector<Compound> compounds;
    int specificity = 0;
    std::string_view block;
  };

  void add_sheet(std::string_view sheet);
  void add_rule(std::string_view selector, std::string_view block);
  static bool parse(std::string_view selector, Rule& rule);
  bool matches(const Compound& compound, pugi::xml_node element);
  bool matches(const Rule& rule, std::size_t count, pugi::xml_node element);
  std::string declared(pugi::xml_node element, const std::string& name);

  std::vector<Rule> rules_;  // the stronger the later
  std::size_t comparisons_ = 0;
  std::map<std::pair<pugi::xml_node, std::string>, std::string> values_;  // that were asked for
};

}  // namespace nbpublish
