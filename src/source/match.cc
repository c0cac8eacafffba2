#include "source/match.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace nbpublish {
namespace {

bool is_inline(SyntaxKind kind) { return kind >= SyntaxKind::Text; }

// pandoc 2.17 ends a list where task items and others meet; cmark-gfm and GitHub see one list.
void join_split_lists(std::vector<SyntaxNode>& nodes, const std::vector<const SyntaxNode*>& places) {
  for (std::size_t i = 0; i < nodes.size() && i < places.size() && nodes[i].kind == places[i]->kind; ++i) {
    if (nodes[i].kind != SyntaxKind::List) continue;
    std::vector<SyntaxNode>& items = nodes[i].children;
    while (i + 1 < nodes.size() && nodes[i + 1].kind == SyntaxKind::List &&
           nodes[i + 1].ordered == nodes[i].ordered &&
           items.size() + nodes[i + 1].children.size() <= places[i]->children.size()) {
      std::ranges::move(nodes[i + 1].children, std::back_inserter(items));
      nodes[i].tight = nodes[i].tight && nodes[i + 1].tight;
      nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
}

class Matcher {
 public:
  explicit Matcher(const SyntaxNode& places) {
    int number = 0;
    for (const SyntaxNode& child : places.children)
      if (child.kind == SyntaxKind::NoteDefinition) notes_[++number] = &child;
  }

  void pair(SyntaxNode& node, const SyntaxNode& place) {
    if (place.span.line != 0) {
      node.span = place.span;
    } else {
      inexact(node);
    }
    const SourceSpan outer = enclosing_;
    if (!is_inline(node.kind)) enclosing_ = node.span;
    copy_facts(node, place);
    if (node.kind == SyntaxKind::NoteReference) {
      pair_note(node);
    } else {
      pair_lists(node.children, place.children);
    }
    enclosing_ = outer;
  }

  MatchResult take() {
    std::ranges::sort(result_.mismatches);
    const auto repeated = std::ranges::unique(result_.mismatches);
    result_.mismatches.erase(repeated.begin(), repeated.end());
    return std::move(result_);
  }

 private:
  void inexact(SyntaxNode& node) {
    node.span = enclosing_;
    result_.mismatches.push_back(enclosing_);
  }

  static void copy_facts(SyntaxNode& node, const SyntaxNode& place) {
    if (node.kind == SyntaxKind::CodeBlock) {
      node.info = place.info;
      node.level = place.level;
    } else if (node.kind == SyntaxKind::NoteReference) {
      node.info = place.info;
      node.level = place.level;
    }
  }

  // pandoc repeats a note's blocks at each of its references.
  void pair_note(SyntaxNode& node) {
    const auto found = notes_.find(node.level);
    if (found == notes_.end()) return place_all(node.children);
    const SourceSpan outer = enclosing_;
    enclosing_ = found->second->span;
    pair_lists(node.children, found->second->children);
    enclosing_ = outer;
  }

  // Pairs equal kinds from both ends; what is left between gets the place of the block around it.
  void pair_lists(std::vector<SyntaxNode>& nodes, const std::vector<SyntaxNode>& all_places) {
    std::vector<const SyntaxNode*> places;
    for (const SyntaxNode& place : all_places)
      if (place.kind != SyntaxKind::NoteDefinition) places.push_back(&place);
    join_split_lists(nodes, places);
    const auto like = [&](std::size_t node, std::size_t place) {
      return nodes[node].kind == places[place]->kind;
    };
    const std::size_t shorter = std::min(nodes.size(), places.size());
    std::size_t front = 0, back = 0;
    while (front < shorter && like(front, front)) ++front;
    while (back < shorter - front && like(nodes.size() - 1 - back, places.size() - 1 - back)) ++back;
    for (std::size_t i = 0; i < front; ++i) pair(nodes[i], *places[i]);
    for (std::size_t i = front; i < nodes.size() - back; ++i) place_all(nodes[i]);
    for (std::size_t i = back; i > 0; --i) pair(nodes[nodes.size() - i], *places[places.size() - i]);
  }

  void place_all(SyntaxNode& node) {
    inexact(node);
    place_all(node.children);
  }
  void place_all(std::vector<SyntaxNode>& nodes) {
    for (SyntaxNode& node : nodes) place_all(node);
  }

  std::map<int, const SyntaxNode*> notes_;
  SourceSpan enclosing_;
  MatchResult result_;
};

}  // namespace

MatchResult match_positions(SyntaxNode& tree, const SyntaxNode& places) {
  Matcher matcher(places);
  matcher.pair(tree, places);
  return matcher.take();
}

}  // namespace nbpublish
