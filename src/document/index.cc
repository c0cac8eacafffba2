#include "document/index.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "document/anchors.h"
#include "document/index_order.h"
#include "document/index_term.h"
#include "document/places.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

// An entry while the marks are gathered: its children by key.
struct Node {
  IndexEntry entry;
  std::map<std::string, Node> children;
  Node* parent = nullptr;
  bool is_alive = false;  // leads to a place in the text, itself or through others
};

std::size_t capitals_of(std::string_view term) { return static_cast<std::size_t>(std::ranges::count_if(term, is_upper)); }

class Collector {
 public:
  Collector(const std::string& language, DiagnosticSink& diagnostics) : order_(language), diagnostics_(diagnostics) {}

  void add(const Document& document) {
    walk_detail::inlines(document.title, [&](const Inline& inl) { add(document, inl); });
    for_each_inline(document, [&](const Inline& inl, const Block&) { add(document, inl); });
  }

  void add(const IndexReference& reference) {
    Node* node = node_of(levels_of(reference.term), reference.file, reference.span);
    if (!node) return;
    refer(*node, node->entry.see, reference.target, reference.file, reference.span);
    references_.back().is_told = false;
  }

  BookIndex take() {
    drop_dead_references();
    std::vector<IndexEntry> entries = sorted(root_);
    BookIndex index;
    for (IndexEntry& entry : entries) {
      const std::string heading = order_.heading_of(entry.term);
      if (index.empty() || index.back().heading != heading) index.push_back({heading, {}});
      index.back().entries.push_back(std::move(entry));
    }
    return index;
  }

 private:
  struct Reference {
    Node* from;
    std::string target, file;
    SourceSpan span;
    bool is_told = true;  // if it leads to no entry
  };

  void add(const Document& document, const Inline& inl) {
    const auto* mark = as<IndexMark>(inl);
    if (!mark || is_place(inl)) return;
    const std::vector<std::string> levels = mark->entry.empty() ? std::vector{term_of(mark->children)} : mark->entry;
    Node* node = node_of(levels, document.file, inl.span);
    if (!node) return;
    for (const std::string& see : mark->see) refer(*node, node->entry.see, see, document.file, inl.span);
    for (const std::string& see : mark->see_also) refer(*node, node->entry.see_also, see, document.file, inl.span);
    if (mark->see.empty()) node->entry.places.push_back({{document.chapter, mark->anchor}, mark->main});
  }

  Node* node_of(const std::vector<std::string>& levels, const std::string& file, SourceSpan span) {
    Node* node = &root_;
    for (const std::string& level : levels) {
      const auto [at, is_new] = node->children.try_emplace(index_key(level));
      at->second.parent = node;
      node = &at->second;
      if (is_new) node->entry.file = file, node->entry.span = span;
      // The form of a sentence's first word gives way to that of its middle.
      if (is_new || capitals_of(level) < capitals_of(node->entry.term)) node->entry.term = level;
    }
    return node == &root_ ? nullptr : node;
  }

  void refer(Node& from, std::vector<std::string>& list, const std::string& target, const std::string& file, SourceSpan span) {
    if (std::ranges::find(list, target) == list.end()) list.push_back(target);
    references_.push_back({&from, target, file, span, true});
  }

  Node* find(const std::string& target) {
    Node* node = &root_;
    for (const std::string& level : levels_of(target)) {
      const auto found = node->children.find(index_key(level));
      if (found == node->children.end()) return nullptr;
      node = &found->second;
    }
    return node == &root_ ? nullptr : node;
  }

  // Marks what has places, or something in it that is alive.
  static bool mark_places(Node& node, std::vector<Node*>& alive) {
    bool lives = !node.entry.places.empty();
    for (auto& [key, child] : node.children) lives = mark_places(child, alive) || lives;
    if (lives) node.is_alive = true, alive.push_back(&node);
    return lives;
  }

  // From what has places backwards: alive is whatever leads to something that is.
  void mark_alive() {
    std::map<const Node*, std::vector<Node*>> leading;
    for (const Reference& reference : references_)
      if (Node* target = find(reference.target)) {
        for (Node* from = reference.from; from != nullptr && from != &root_; from = from->parent) leading[target].push_back(from);
      }
    std::vector<Node*> alive;
    mark_places(root_, alive);
    while (!alive.empty()) {
      const auto found = leading.find(alive.back());
      alive.pop_back();
      if (found == leading.end()) continue;
      for (Node* from : found->second)
        if (!std::exchange(from->is_alive, true)) alive.push_back(from);
    }
  }

  void drop_dead_references() {
    constexpr int kMostHints = 100;
    mark_alive();
    std::set<std::string> dead;
    std::vector<std::string> names;
    int hints = 0;
    for (const Reference& reference : references_) {
      const Node* target = find(reference.target);
      if (target != nullptr && target->is_alive) continue;
      dead.insert(reference.target);
      if (!reference.is_told) continue;
      if (target != nullptr) {
        diagnostics_.report(DiagCode::IndexMark, reference.file, reference.span,
                            fmt::format("in the index, '{}' leads to no place in the text", reference.target),
                            "mark the place that it is about");
        continue;
      }
      if (names.empty()) names = names_below(root_, "");
      const std::string near = hints++ < kMostHints ? nearest_name(reference.target, names) : "";
      diagnostics_.report(DiagCode::IndexMark, reference.file, reference.span, fmt::format("the index has no entry '{}'", reference.target),
                          near.empty() ? "" : fmt::format("did you mean '{}'?", near));
    }
    if (!dead.empty()) drop(root_, dead);
  }

  static std::vector<std::string> names_below(const Node& node, const std::string& prefix) {
    std::vector<std::string> names;
    for (const auto& [key, child] : node.children) {
      names.push_back(prefix + child.entry.term);
      std::ranges::move(names_below(child, names.back() + "!"), std::back_inserter(names));
    }
    return names;
  }

  // An entry that was nothing but a dead reference goes with it.
  static void drop(Node& node, const std::set<std::string>& dead) {
    for (auto it = node.children.begin(); it != node.children.end();) {
      drop(it->second, dead);
      IndexEntry& entry = it->second.entry;
      std::erase_if(entry.see, [&](const std::string& target) { return dead.contains(target); });
      std::erase_if(entry.see_also, [&](const std::string& target) { return dead.contains(target); });
      const bool is_bare = entry.places.empty() && entry.see.empty() && entry.see_also.empty();
      it = is_bare && it->second.children.empty() ? node.children.erase(it) : std::next(it);
    }
  }

  std::vector<IndexEntry> sorted(Node& node) {
    std::vector<Node*> children;
    for (auto& [key, child] : node.children) children.push_back(&child);
    std::ranges::sort(children, [&](const Node* a, const Node* b) { return order_.is_less(a->entry.term, b->entry.term); });
    std::vector<IndexEntry> entries;
    for (Node* child : children) {
      child->entry.anchor = fmt::format("entry-{}", ++entry_count_);
      child->entry.children = sorted(*child);
      std::ranges::sort(child->entry.see, [&](const auto& a, const auto& b) { return order_.is_less(a, b); });
      std::ranges::sort(child->entry.see_also, [&](const auto& a, const auto& b) { return order_.is_less(a, b); });
      entries.push_back(std::move(child->entry));
    }
    return entries;
  }

  IndexOrder order_;
  DiagnosticSink& diagnostics_;
  Node root_;
  std::vector<Reference> references_;
  int entry_count_ = 0;
};

// The keys of the levels as one.
std::string key_of_levels(const std::vector<std::string>& levels) {
  std::string key;
  for (const std::string& level : levels) key += index_key(level) + '\n';
  return key;
}

// Follows references that no index has, each once.
class DeadReferences {
 public:
  DeadReferences(const std::vector<IndexReference>& references, DiagnosticSink& diagnostics)
      : references_(references), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < references.size(); ++i) by_term_.emplace(key_of_levels(levels_of(references[i].term)), i);
  }

  // Whether an index has the entry, and has it with places of its own.
  using Question = std::function<bool(const std::string&)>;
  void report(const Question& is_there, const Question& has_places) {
    std::vector<std::size_t> seen(references_.size(), 0);  // the way that went there first, from 1
    for (std::size_t start = 0; start < references_.size(); ++start) {
      for (std::size_t at = start; seen[at] == 0;) {
        seen[at] = start + 1;
        const std::string& target = references_[at].target;
        const auto next = by_term_.find(key_of_levels(levels_of(target)));
        if (is_there(target)) {
          if (next != by_term_.end() && !has_places(target)) tell_long_way(references_[at], references_[next->second]);
          break;
        }
        if (next == by_term_.end()) {
          tell(references_[at], fmt::format("no index of the book has an entry '{}'", target), "");
          break;
        }
        at = next->second;
        if (seen[at] == start + 1)
          tell(references_[at],
               fmt::format("in the index, '{}' leads back to itself through '{}'", references_[at].term, references_[at].target),
               "let one of them lead to an entry that has places in the text");
      }
    }
  }

 private:
  void tell(const IndexReference& reference, std::string message, std::string hint) {
    diagnostics_.report(DiagCode::IndexMark, reference.file, reference.span, std::move(message), std::move(hint));
  }
  void tell_long_way(const IndexReference& reference, const IndexReference& next) {
    tell(reference, fmt::format("in the index, '{}' only leads on to '{}'", reference.target, next.target),
         fmt::format("let '{}' lead there at once", reference.term));
  }

  const std::vector<IndexReference>& references_;
  DiagnosticSink& diagnostics_;
  std::map<std::string, std::size_t> by_term_;
};

}  // namespace

BookIndex collect_index(const std::vector<const Document*>& documents, const std::vector<IndexReference>& references,
                        const std::string& language, DiagnosticSink& diagnostics) {
  Collector collector(language, diagnostics);
  for (const Document* document : documents) collector.add(*document);
  for (const IndexReference& reference : references) collector.add(reference);
  return collector.take();
}

EntryAnchors::EntryAnchors(const BookIndex& index) {
  for (const IndexGroup& group : index)
    for (const IndexEntry& entry : group.entries) add(entry, "");
}

void EntryAnchors::add(const IndexEntry& entry, const std::string& parent) {
  const std::string key = parent + index_key(entry.term) + '\n';
  entries_.emplace(key, Entry{entry.anchor, !entry.places.empty() || !entry.children.empty()});
  for (const IndexEntry& child : entry.children) add(child, key);
}

const EntryAnchors::Entry* EntryAnchors::find(const std::string& reference) const {
  const auto found = entries_.find(key_of_levels(levels_of(reference)));
  return found == entries_.end() ? nullptr : &found->second;
}

std::string EntryAnchors::of(const std::string& reference) const {
  const Entry* entry = find(reference);
  return entry ? entry->anchor : std::string();
}

bool EntryAnchors::has_places(const std::string& reference) const {
  const Entry* entry = find(reference);
  return entry && entry->has_places;
}

void report_dead_references(const std::vector<IndexReference>& references, const std::vector<const BookIndex*>& indexes,
                            DiagnosticSink& diagnostics) {
  std::vector<EntryAnchors> entries;
  for (const BookIndex* index : indexes) entries.emplace_back(*index);
  const auto in_any = [&](const auto& holds) { return std::ranges::any_of(entries, holds); };
  DeadReferences(references, diagnostics)
      .report([&](const std::string& target) { return in_any([&](const EntryAnchors& e) { return !e.of(target).empty(); }); },
              [&](const std::string& target) { return in_any([&](const EntryAnchors& e) { return e.has_places(target); }); });
}

void assign_index_anchors(Document& document) {
  const std::set<std::string> taken = anchors_of(document);
  std::size_t count = 0;
  edit_each_inline(document, [&](Inline& inl) {
    auto* mark = std::get_if<IndexMark>(&inl.content);
    if (!mark || !mark->see.empty() || is_place(inl)) return;
    do mark->anchor = fmt::format("ix.{}", ++count);
    while (taken.contains(mark->anchor));
  });
}

}  // namespace nbpublish
