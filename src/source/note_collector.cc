#include "source/note_collector.h"

#include <set>

namespace nbpublish {

std::uint32_t NoteCollector::index_of(const SyntaxNode& reference) {
  if (const auto known = index_.find(reference.level); reference.level > 0 && known != index_.end()) return known->second;
  const auto index = static_cast<std::uint32_t>(notes_.size());
  notes_.emplace_back();  // its place is taken before its blocks are built
  if (reference.level > 0) index_[reference.level] = index;
  Note note;
  note.span = reference.span;
  note.name = reference.info;
  ++building_;
  note.blocks = build_(reference.children);
  --building_;
  if (!note.blocks.empty()) note.span = from_to(note.blocks.front().span, note.blocks.back().span);
  notes_[index] = std::move(note);
  return index;
}

void NoteCollector::set_known(const std::vector<SyntaxNode>& references) {
  for (const SyntaxNode& node : references)
    if (node.kind == SyntaxKind::NoteReference && node.level > 0) known_.emplace(node.info, node);
}

std::vector<std::string> NoteCollector::names_in(std::string_view text) const {
  if (building_ > 0) return {};
  std::set<std::string> names;
  for (std::size_t mark = text.find("[^"); mark != text.npos; mark = text.find("[^", mark + 2)) {
    const std::size_t end = text.find(']', mark);
    if (end == text.npos) break;
    if (const auto known = known_.find(text.substr(mark + 2, end - mark - 2)); known != known_.end()) names.insert(known->first);
  }
  return {names.begin(), names.end()};
}

void NoteCollector::complete(std::vector<SyntaxNode>& inlines) const {
  for (SyntaxNode& node : inlines) {
    complete(node.children);
    const auto known = node.kind == SyntaxKind::NoteReference ? known_.find(node.info) : known_.end();
    if (known == known_.end()) continue;
    node.level = known->second.level;
    if (!index_.contains(node.level)) node.children = known->second.children;
  }
}

}  // namespace nbpublish
