#include "source/match.h"

#include <algorithm>
#include <map>
#include <utility>

#include "source/align.h"

namespace nbpublish {
namespace {

bool is_inline(SyntaxKind kind) { return kind >= SyntaxKind::Text; }

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
    if (node.kind == place.kind) copy_facts(node, place);
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
      node.info_span = place.info_span;
      node.lines = place.lines;
    } else if (node.kind == SyntaxKind::HtmlBlock) {
      node.lines = place.lines;
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

  void pair_lists(std::vector<SyntaxNode>& nodes, const std::vector<SyntaxNode>& all_places) {
    std::vector<const SyntaxNode*> places;
    for (const SyntaxNode& place : all_places)
      if (place.kind != SyntaxKind::NoteDefinition) places.push_back(&place);
    const std::vector<std::size_t> partners = align(nodes, places);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (partners[i] == kNoPartner) {
        const SourceSpan outer = std::exchange(enclosing_, gap_around(i, partners, places));
        place_all(nodes[i]);
        enclosing_ = outer;
      } else {
        pair(nodes[i], *places[partners[i]]);
      }
    }
  }

  // The places that a node without a partner may have: those between its neighbours' partners.
  SourceSpan gap_around(std::size_t node, const std::vector<std::size_t>& partners, const std::vector<const SyntaxNode*>& places) const {
    std::size_t first = 0, end = places.size();
    for (std::size_t i = node; i-- > 0 && first == 0;)
      if (partners[i] != kNoPartner) first = partners[i] + 1;
    for (std::size_t i = node + 1; i < partners.size() && end == places.size(); ++i)
      if (partners[i] != kNoPartner) end = partners[i];
    if (first >= end || places[first]->span.line == 0 || places[end - 1]->span.line == 0) return enclosing_;
    return from_to(places[first]->span, places[end - 1]->span);
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
