// Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7).
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "output/pdf/sealed_part.h"

namespace nbpublish {

// Gives an object with this value a number.
using AddObject = std::function<ObjectNumber(std::string value)>;

enum class TreeKind : std::uint8_t { Names, Numbers };

// Keys and values as they stand in a file, in ascending order of the keys.
using TreeEntries = std::vector<std::pair<std::string, std::string>>;

// A node with limits over leaves of bounded size; none without entries.
SealedNode tree_node(const TreeEntries& entries, TreeKind kind, const AddObject& add);
// The value of a root over such nodes, whose keys ascend.
std::string tree_root(const std::vector<SealedNode>& nodes, TreeKind kind);
// A whole tree: the number of its root.
ObjectNumber whole_tree(const TreeEntries& entries, TreeKind kind, const AddObject& add);

}  // namespace nbpublish
