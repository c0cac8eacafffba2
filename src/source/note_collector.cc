#include "source/note_collector.h"

namespace nbpublish {

std::uint32_t NoteCollector::index_of(const SyntaxNode& reference) {
  if (const auto known = index_.find(reference.level); reference.level > 0 && known != index_.end())
    return known->second;
  const auto index = static_cast<std::uint32_t>(notes_.size());
  notes_.emplace_back();  // its place is taken before its blocks are built
  if (reference.level > 0) index_[reference.level] = index;
  Note note;
  note.span = reference.span;
  note.name = reference.info;
  note.blocks = build_(reference.children);
  if (!note.blocks.empty()) {
    const SourceSpan &first = note.blocks.front().span, &last = note.blocks.back().span;
    note.span = {first.line, first.column, last.end_line, last.end_column};
  }
  notes_[index] = std::move(note);
  return index;
}

}  // namespace nbpublish
