// Footnotes in the order of their first reference.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
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

  // References that captions may repeat: by name, with the note's blocks. Nothing while a note is built, because
  // notes do not refer to notes.
  void set_known(const std::vector<SyntaxNode>& references);
  bool knows(std::string_view name) const { return known_.contains(name); }
  // The known names that stand as "[^name]" in the text.
  std::vector<std::string> names_in(std::string_view text) const;
  // Makes references that bear a name ones that index_of() takes.
  void complete(std::vector<SyntaxNode>& inlines) const;

  std::vector<Note> take() { return std::move(notes_); }

 private:
  BuildBlocks build_;
  std::vector<Note> notes_;
  std::map<std::string, SyntaxNode, std::less<>> known_;
  int building_ = 0;                    // notes, in one another
  std::map<int, std::uint32_t> index_;  // by the number cmark-gfm gave the definition
};

}  // namespace nbpublish
