#include "source/align.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/hash.h"

namespace nbpublish {
namespace {

// Beyond this the lists are left unpaired in the middle: only hostile files come here.
constexpr std::size_t kMaxComparisons = 4'000'000;

void collect_text(const SyntaxNode& node, std::string& text) {
  text += static_cast<char>('A' + static_cast<int>(node.kind));
  for (const char c : node.text)
    if (c != ' ' && c != '\n' && c != '\t') text += c;
  // pandoc holds a note's blocks at its reference, cmark-gfm elsewhere.
  if (node.kind == SyntaxKind::NoteReference) return;
  for (const SyntaxNode& child : node.children) collect_text(child, text);
}

std::uint64_t signature(const SyntaxNode& node) {
  std::string text;
  // cmark-gfm's reference holds its number as text.
  if (node.kind == SyntaxKind::NoteReference) return static_cast<std::uint64_t>(node.kind);
  collect_text(node, text);
  return hash64(text);
}

class Aligner {
 public:
  Aligner(const std::vector<SyntaxNode>& nodes, const std::vector<const SyntaxNode*>& places)
      : nodes_(nodes), places_(places), partners_(nodes.size(), kNoPartner) {}

  std::vector<std::size_t> pair_nodes() {
    if (nodes_.size() == places_.size() && pair_same_kinds({0, nodes_.size(), 0, places_.size()})) return partners_;
    for (const SyntaxNode& node : nodes_) node_signatures_.push_back(signature(node));
    for (const SyntaxNode* place : places_) place_signatures_.push_back(signature(*place));
    pair_subsequence(without_equal_ends({0, nodes_.size(), 0, places_.size()}));
    pair_gaps();
    return partners_;
  }

 private:
  // Parts of both lists.
  struct Range {
    std::size_t node = 0, node_end = 0, place = 0, place_end = 0;
    std::size_t nodes() const { return node_end - node; }
    std::size_t places() const { return place_end - place; }
  };

  bool pair_same_kinds(const Range& range) {
    if (range.nodes() != range.places()) return false;
    for (std::size_t i = 0; i < range.nodes(); ++i)
      if (nodes_[range.node + i].kind != places_[range.place + i]->kind) return false;
    for (std::size_t i = 0; i < range.nodes(); ++i) partners_[range.node + i] = range.place + i;
    return true;
  }

  // Where the parsers are of two minds what something is, its place is known all the same if there are as many.
  void pair_in_order(const Range& gap) {
    const auto is_block = [](SyntaxKind kind) { return kind < SyntaxKind::Text; };
    if (gap.nodes() != gap.places()) return;
    for (std::size_t i = 0; i < gap.nodes(); ++i)
      if (!is_block(nodes_[gap.node + i].kind) || !is_block(places_[gap.place + i]->kind)) return;
    for (std::size_t i = 0; i < gap.nodes(); ++i) partners_[gap.node + i] = gap.place + i;
  }

  bool same(std::size_t node, std::size_t place) const { return node_signatures_[node] == place_signatures_[place]; }

  Range without_equal_ends(Range range) {
    while (range.nodes() > 0 && range.places() > 0 && same(range.node, range.place)) partners_[range.node++] = range.place++;
    while (range.nodes() > 0 && range.places() > 0 && same(range.node_end - 1, range.place_end - 1))
      partners_[--range.node_end] = --range.place_end;
    return range;
  }

  // Longest common subsequence by dynamic programming over suffixes.
  void pair_subsequence(const Range& range) {
    const std::size_t rows = range.nodes(), columns = range.places();
    if (rows == 0 || columns == 0 || rows > kMaxComparisons / columns) return;
    std::vector<std::uint32_t> longest((rows + 1) * (columns + 1), 0);
    const auto cell = [&](std::size_t r, std::size_t c) -> std::uint32_t& { return longest[r * (columns + 1) + c]; };
    for (std::size_t r = rows; r-- > 0;)
      for (std::size_t c = columns; c-- > 0;)
        cell(r, c) = same(range.node + r, range.place + c) ? cell(r + 1, c + 1) + 1 : std::max(cell(r + 1, c), cell(r, c + 1));
    for (std::size_t r = 0, c = 0; r < rows && c < columns;) {
      if (same(range.node + r, range.place + c)) {
        partners_[range.node + r++] = range.place + c++;
      } else if (cell(r + 1, c) >= cell(r, c + 1)) {
        ++r;
      } else {
        ++c;
      }
    }
  }

  void pair_gaps() {
    Range gap;
    for (std::size_t node = 0; node <= nodes_.size(); ++node) {
      if (node < nodes_.size() && partners_[node] == kNoPartner) continue;
      gap.node_end = node;
      gap.place_end = node < nodes_.size() ? partners_[node] : places_.size();
      if (!pair_same_kinds(gap)) pair_in_order(gap);
      gap.node = node + 1;
      gap.place = gap.place_end + 1;
    }
  }

  const std::vector<SyntaxNode>& nodes_;
  const std::vector<const SyntaxNode*>& places_;
  std::vector<std::size_t> partners_;
  std::vector<std::uint64_t> node_signatures_, place_signatures_;
};

}  // namespace

std::vector<std::size_t> align(const std::vector<SyntaxNode>& nodes, const std::vector<const SyntaxNode*>& places) {
  return Aligner(nodes, places).pair_nodes();
}

}  // namespace nbpublish
