// What pandoc answers, or another program of that name.
#include "base/utf8.h"
#include "fuzz/fuzz.h"
#include "fuzz/pandoc_of_cmark.h"
#include "source/pandoc_json.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

// What pandoc_json_of() cannot say: elements of no name that we know, and what is empty.
bool is_plain(const SyntaxNode& node) {
  if (node.kind == SyntaxKind::UnknownBlock || node.kind == SyntaxKind::UnknownInline || node.kind == SyntaxKind::NoteReference)
    return false;
  if (node.kind == SyntaxKind::Table && node.children.empty()) return false;
  for (const SyntaxNode& child : node.children)
    if (!is_plain(child)) return false;
  return true;
}

bool is_same(const SyntaxNode& a, const SyntaxNode& b) {
  if (a.kind != b.kind || a.text != b.text || a.href != b.href || a.title != b.title || a.level != b.level || a.ordered != b.ordered ||
      a.columns != b.columns || a.children.size() != b.children.size())
    return false;
  for (std::size_t i = 0; i < a.children.size(); ++i)
    if (!is_same(a.children[i], b.children[i])) return false;
  return true;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto chapters = read_pandoc_json(text_of(data, size));
  if (!chapters) return 0;
  for (const SyntaxNode& chapter : *chapters) {
    must(chapter.kind == SyntaxKind::Document, "the answer is a list of chapters");
    if (!is_plain(chapter)) continue;
    const auto again = read_pandoc_json(pandoc_json_of({chapter}));
    must(again && again->size() == 1 && is_same(chapter, again->front()), "what was read is read again from what it is written as");
  }
  return 0;
}
