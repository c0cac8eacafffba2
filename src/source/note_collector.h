// Footnotes in the order of their first reference.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "document/document.h"
#include "source/syntax.h"

namespace nbpublish {

class NoteCollector {
 public:
  using BuildBlocks = std::function<Blocks(const std::vector<SyntaxNode>&)>;
  explicit NoteCollector(BuildBlocks build) : build_(std::move(build)) {}

  // The index of the note that `reference` leads to; its blocks are built at the first reference.
  std::uint32_t index_of(const SyntaxNode& reference);
  std::vector<Note> take() { return std::move(notes_); }

 private:
  BuildBlocks build_;
  std::vector<Note> notes_;
  std::map<int, std::uint32_t> index_;  // by the number cmark-gfm gave the definition
};

}  // namespace nbpublish
