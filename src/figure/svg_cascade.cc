#include "figure/svg_cascade.h"

#include <algorithm>

#include "base/ascii.h"
#include "figure/svg_names.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostComparisons = 5'000'000;
constexpr std::size_t kMostCompounds = 8;

void collect_sheets(pugi::xml_node node, std::vector<std::string_view>& sheets) {
  if (local_name(node.name()) == "style") sheets.emplace_back(node.child_value());
  for (const pugi::xml_node child : node.children()) collect_sheets(child, sheets);
}

// The value that the last declaration of the name gives, without `!important`.
std::string last_of(std::string_view block, std::string_view name) {
  std::string out;
  for (const CssDeclaration& d : css_declarations(block))
    if (d.name == name) out = trimmed(d.value.substr(0, d.value.find('!')), kHtmlSpace);
  return out;
}

bool has_class(pugi::xml_node element, std::string_view wanted) {
  const auto words = css_words(element.attribute("class").value());
  return std::ranges::find(words, wanted) != words.end();
}

}  // namespace

SvgCascade::SvgCascade(pugi::xml_node svg) {
  std::vector<std::string_view> sheets;
  collect_sheets(svg, sheets);
  for (const std::string_view sheet : sheets) add_sheet(sheet);
  std::ranges::stable_sort(rules_, {}, &Rule::specificity);
}

void SvgCascade::add_sheet(std::string_view sheet) {
  for (const CssRule& rule : css_rules(sheet)) {
    std::string_view rest = rule.selectors;
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      add_rule(trimmed(rest.substr(0, comma), kHtmlSpace), rule.block);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }
}

void SvgCascade::add_rule(std::string_view selector, std::string_view block) {
  Rule rule{{}, 0, block};
  if (parse(selector, rule)) rules_.push_back(std::move(rule));
}

bool SvgCascade::parse(std::string_view selector, Rule& rule) {
  if (selector.empty() || selector.find_first_of("[]:+~()\"'@") != std::string_view::npos) return false;
  bool child = false;
  for (std::string_view word : css_words(selector)) {
    word = trimmed(word, kHtmlSpace);
    if (word.empty()) continue;
    if (word == ">") {
      child = true;
      continue;
    }
    Compound compound;
    compound.child = child;
    child = false;
    for (char kind = 0; !word.empty();) {
      const std::size_t end = std::min(word.find_first_of(".#>*", kind == 0 ? 0 : 1), word.size());
      if (kind == 0 && end > 0) compound.type = word.substr(0, end), ++rule.specificity;
      if (kind == '.') compound.classes.push_back(word.substr(1, end - 1)), rule.specificity += 100;
      if (kind == '#') compound.id = word.substr(1, end - 1), rule.specificity += 10'000;
      if (kind == '>') return false;  // written without spaces
      word.remove_prefix(end);
      kind = word.empty() ? '\0' : word.front();
    }
    rule.compounds.push_back(std::move(compound));
  }
  return !rule.compounds.empty() && rule.compounds.size() <= kMostCompounds;
}

bool SvgCascade::matches(const Compound& compound, pugi::xml_node element) {
  if (++comparisons_ > kMostComparisons) return false;
  if (!compound.type.empty() && local_name(element.name()) != compound.type) return false;
  if (!compound.id.empty() && element.attribute("id").value() != compound.id) return false;
  return std::ranges::all_of(compound.classes, [&](std::string_view name) { return has_class(element, name); });
}

// Whether the first `count` compounds match the element and what stands around it. The nearest ancestor that matches is taken
// for a descendant's: trying all would cost more than such selectors are worth.
bool SvgCascade::matches(const Rule& rule, std::size_t count, pugi::xml_node element) {
  if (!matches(rule.compounds[count - 1], element)) return false;
  if (count == 1) return true;
  const bool child = rule.compounds[count - 1].child;
  for (pugi::xml_node up = element.parent(); up; up = up.parent()) {
    if (matches(rule.compounds[count - 2], up)) return matches(rule, count - 1, up);
    if (child) return false;
  }
  return false;
}

std::string SvgCascade::declared(pugi::xml_node element, const std::string& name) {
  std::string value = last_of(element.attribute("style").value(), name);
  for (auto rule = rules_.rbegin(); value.empty() && rule != rules_.rend() && comparisons_ <= kMostComparisons; ++rule)
    if (matches(*rule, rule->compounds.size(), element)) value = last_of(rule->block, name);
  return value.empty() ? element.attribute(name.c_str()).value() : value;
}

const std::string& SvgCascade::value(pugi::xml_node element, const std::string& name) {
  const auto [at, fresh] = values_.try_emplace({element, name});
  if (!fresh) return at->second;
  std::string value = declared(element, name);
  if ((value.empty() || value == "inherit") && element.parent()) value = this->value(element.parent(), name);
  return at->second = value == "inherit" ? std::string() : std::move(value);
}

}  // namespace nbpublish
