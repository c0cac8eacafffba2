#include "document/index.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "document/anchors.h"
#include "document/index_order.h"
#include "document/index_term.h"
#include "document/places.h"

namespace nbpublish {
namespace {

// An entry while the marks are gathered: its children by key.
struct Node {
  IndexEntry entry;
  std::map<std::string, Node> children;
};

std::size_t capitals_of(std::string_view term) {
  return static_cast<std::size_t>(std::ranges::count_if(term, [](char c) { return c >= 'A' && c <= 'Z'; }));
}

class Collector {
 public:
  Collector(const std::string& language, DiagnosticSink& diagnostics)
      : order_(language), diagnostics_(diagnostics) {}

  void add(const Document& document) {
    walk_detail::inlines(document.title, [&](const Inline& inl) { add(document, inl); });
    for_each_inline(document, [&](const Inline& inl, const Block&) { add(document, inl); });
  }

  void add(const IndexReference& reference) {
    Node* node = node_of(levels_of(reference.term), reference.file, reference.span);
    if (!node) return;
    refer(node->entry.see, reference.target, reference.file, reference.span);
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
    std::string target, file;
    SourceSpan span;
    bool is_told = true;  // if it leads to no entry
  };

  void add(const Document& document, const Inline& inl) {
    const auto* mark = as<IndexMark>(inl);
    if (!mark || is_place(inl)) return;
    const std::vector<std::string> levels =
        mark->entry.empty() ? std::vector{term_of(mark->children)} : mark->entry;
    Node* node = node_of(levels, document.file, inl.span);
    if (!node) return;
    for (const std::string& see : mark->see) refer(node->entry.see, see, document.file, inl.span);
    for (const std::string& see : mark->see_also) refer(node->entry.see_also, see, document.file, inl.span);
    if (mark->see.empty()) node->entry.places.push_back({{document.chapter, mark->anchor}, mark->main});
  }

  Node* node_of(const std::vector<std::string>& levels, const std::string& file, SourceSpan span) {
    Node* node = &root_;
    for (const std::string& level : levels) {
      const auto [at, is_new] = node->children.try_emplace(index_key(level));
      node = &at->second;
      if (is_new) node->entry.file = file, node->entry.span = span;
      // The form of a sentence's first word gives way to that of its middle.
      if (is_new || capitals_of(level) < capitals_of(node->entry.term)) node->entry.term = level;
    }
    return node == &root_ ? nullptr : node;
  }

  void refer(std::vector<std::string>& list, const std::string& target, const std::string& file,
             SourceSpan span) {
    if (std::ranges::find(list, target) == list.end()) list.push_back(target);
    references_.push_back({target, file, span, true});
  }

  bool exists(const std::string& target) const {
    const Node* node = &root_;
    for (const std::string& level : levels_of(target)) {
      const auto found = node->children.find(index_key(level));
      if (found == node->children.end()) return false;
      node = &found->second;
    }
    return node != &root_;
  }

  void drop_dead_references() {
    std::set<std::string> dead;
    for (const Reference& reference : references_) {
      if (exists(reference.target)) continue;
      dead.insert(reference.target);
      if (!reference.is_told) continue;
      const std::string near = nearest_name(reference.target, names_below(root_, ""));
      diagnostics_.report(DiagCode::IndexMark, reference.file, reference.span,
                          fmt::format("the index has no entry '{}'", reference.target),
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
    std::ranges::sort(
        children, [&](const Node* a, const Node* b) { return order_.is_less(a->entry.term, b->entry.term); });
    std::vector<IndexEntry> entries;
    for (Node* child : children) {
      child->entry.anchor = fmt::format("entry-{}", ++entry_count_);
      child->entry.children = sorted(*child);
      std::ranges::sort(child->entry.see, [&](const auto& a, const auto& b) { return order_.is_less(a, b); });
      std::ranges::sort(child->entry.see_also,
                        [&](const auto& a, const auto& b) { return order_.is_less(a, b); });
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

const IndexEntry* find_level(const auto& entries, const std::string& level) {
  for (const IndexEntry& entry : entries)
    if (index_key(entry.term) == index_key(level)) return &entry;
  return nullptr;
}

}  // namespace

BookIndex collect_index(const std::vector<const Document*>& documents,
                        const std::vector<IndexReference>& references, const std::string& language,
                        DiagnosticSink& diagnostics) {
  Collector collector(language, diagnostics);
  for (const Document* document : documents) collector.add(*document);
  for (const IndexReference& reference : references) collector.add(reference);
  return collector.take();
}

std::string anchor_of_entry(const BookIndex& index, const std::string& reference) {
  const IndexEntry* found = nullptr;
  for (const std::string& level : levels_of(reference)) {
    if (found) {
      found = find_level(found->children, level);
    } else {
      for (const IndexGroup& group : index)
        if (found = find_level(group.entries, level); found) break;
    }
    if (!found) return {};
  }
  return found ? found->anchor : std::string();
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
