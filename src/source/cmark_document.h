// libcmark-gfm behind one class: the only files that include its headers are this room's cmark_*.cc.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct cmark_node;

namespace nbpublish {

// How large and how deep a file's Markdown is; measured without recursion.
struct MarkdownShape {
  int block_nesting = 0;        // block quotes and lists inside one another
  int inline_nesting = 0;       // emphasis, links, ... inside one another
  std::size_t table_cells = 0;  // of the largest table
};

// A parsed file: GitHub's tables, strikethrough, bare links, task items and footnotes.
class CmarkDocument {
 public:
  explicit CmarkDocument(std::string_view text);

  cmark_node* root() const { return root_.get(); }
  MarkdownShape shape() const;

 private:
  struct Free {
    void operator()(cmark_node* node) const;
  };
  std::unique_ptr<cmark_node, Free> root_;
};

// The characters of an HTML entity that begins at text[0] ("&copy;", "&#8212;"), U+FFFD for those that no output may
// carry, and how many bytes of `text` it takes; 0 if it is none.
struct DecodedEntity {
  std::string text;
  std::size_t length = 0;
};
DecodedEntity decode_entity(std::string_view text);

}  // namespace nbpublish
