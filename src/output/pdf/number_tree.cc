#include "output/pdf/number_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace nbpublish {
namespace {

constexpr std::size_t kLeafEntries = 64;

std::string list_of(const TreeEntries& entries, std::size_t begin, std::size_t end, TreeKind kind) {
  std::string out = kind == TreeKind::Names ? "/Names [" : "/Nums [";
  for (std::size_t i = begin; i < end; ++i) fmt::format_to(std::back_inserter(out), "{} {} ", entries[i].first, entries[i].second);
  return out += ']';
}

std::string kids_of(const std::vector<SealedNode>& nodes) {
  std::vector<ObjectNumber> numbers;
  for (const SealedNode& node : nodes) numbers.push_back(node.number);
  return "/Kids [" + pdf_references(numbers) + ']';
}

std::string limits(const std::string& first, const std::string& last) { return fmt::format("/Limits [{} {}]", first, last); }

std::vector<SealedNode> leaves_of(const TreeEntries& entries, TreeKind kind, const AddObject& add) {
  std::vector<SealedNode> leaves;
  for (std::size_t begin = 0; begin < entries.size(); begin += kLeafEntries) {
    const std::size_t end = std::min(begin + kLeafEntries, entries.size());
    const std::string &first = entries[begin].first, &last = entries[end - 1].first;
    leaves.push_back({add(fmt::format("<< {} {} >>", limits(first, last), list_of(entries, begin, end, kind))), first, last});
  }
  return leaves;
}

}  // namespace

SealedNode tree_node(const TreeEntries& entries, TreeKind kind, const AddObject& add) {
  const std::vector<SealedNode> leaves = leaves_of(entries, kind, add);
  if (leaves.empty()) return {};
  if (leaves.size() == 1) return leaves.front();
  const std::string &first = leaves.front().first, &last = leaves.back().last;
  return {add(fmt::format("<< {} {} >>", limits(first, last), kids_of(leaves))), first, last};
}

std::string tree_root(const std::vector<SealedNode>& nodes, TreeKind kind) {
  return nodes.empty() ? fmt::format("<< {} >>", list_of({}, 0, 0, kind)) : fmt::format("<< {} >>", kids_of(nodes));
}

ObjectNumber whole_tree(const TreeEntries& entries, TreeKind kind, const AddObject& add) {
  if (entries.size() <= kLeafEntries) return add(fmt::format("<< {} >>", list_of(entries, 0, entries.size(), kind)));
  return add(tree_root(leaves_of(entries, kind, add), kind));
}

}  // namespace nbpublish
