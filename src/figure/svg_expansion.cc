#include "figure/svg_expansion.h"

#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "figure/svg_names.h"

namespace nbpublish {
namespace {

constexpr std::uint64_t kMostElements = 200'000;
constexpr int kDeepestExpansion = 512;  // the tree's own 256 and as many steps over references

class Expansion {
 public:
  explicit Expansion(pugi::xml_node svg) { collect(svg); }

  // How many elements are drawn for `node`, at most kMostElements + 1.
  std::uint64_t count(pugi::xml_node node, int depth) {
    if (depth > kDeepestExpansion) return kMostElements + 1;
    if (const auto known = counts_.find(node); known != counts_.end()) return known->second;
    counts_[node] = 1;  // what a circle finds here
    std::uint64_t total = 1 + references(node, depth);
    for (const pugi::xml_node child : node.children()) {
      if (child.type() == pugi::node_element) total += count(child, depth + 1);
      if (total > kMostElements) break;
    }
    return counts_[node] = std::min(total, kMostElements + 1);
  }

 private:
  void collect(pugi::xml_node node) {
    if (const auto id = node.attribute("id")) targets_.try_emplace(id.value(), node);
    for (const pugi::xml_node child : node.children()) collect(child);
  }

  std::uint64_t references(pugi::xml_node node, int depth) {
    std::uint64_t total = 0;
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const std::string_view value(attribute.value());
      if (local_name(attribute.name()) == "href") {
        if (value.starts_with('#')) total += target(value.substr(1), depth);
        continue;
      }
      for (std::size_t at = 0; (at = value.find("url(", at)) != std::string_view::npos; at += 4) {
        const std::size_t hash = value.find('#', at), end = value.find_first_of(")\"'", hash);
        if (hash == std::string_view::npos) break;
        total += target(value.substr(hash + 1, end - hash - 1), depth);
        if (total > kMostElements) return total;
      }
    }
    return total;
  }

  std::uint64_t target(std::string_view id, int depth) {
    const auto found = targets_.find(id);
    return found == targets_.end() ? 0 : count(found->second, depth + 1);
  }

  std::map<std::string, pugi::xml_node, std::less<>> targets_;
  std::map<pugi::xml_node, std::uint64_t> counts_;
};

}  // namespace

Status check_expansion(pugi::xml_node svg) {
  if (Expansion(svg).count(svg, 1) <= kMostElements) return {};
  return fail(ErrorKind::Input,
              fmt::format("drawing the SVG would take more than {} elements, or references nested too deeply", kMostElements),
              "simplify the drawing, or use a PNG of it");
}

}  // namespace nbpublish
