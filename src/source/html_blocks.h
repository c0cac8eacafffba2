// Raw HTML between Markdown blocks: <details> becomes a node, wrappers vanish, text is kept.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "source/html_tokens.h"
#include "source/syntax.h"

namespace nbpublish {

class BlockBuilder;

// Collects the blocks of one container. The owner adds Markdown blocks to target(); raw HTML blocks go
// through add(), which opens and closes elements around them.
class HtmlBlocks {
 public:
  explicit HtmlBlocks(BlockBuilder& builder) : builder_(builder), open_(1) {}

  void add(const SyntaxNode& html);
  // Makes a paragraph of the text collected so far; to be called before a Markdown block is added.
  void end_line();
  // Where the next block belongs.
  Blocks& target() { return open_.back().blocks; }
  // Closes what is open and returns everything.
  Blocks finish();

 private:
  // The container itself (index 0) or a <details> that is open.
  struct Frame {
    SourceSpan span;
    Blocks blocks;
    Inlines summary;
  };
  void add_token(const HtmlToken& token, std::string text, SourceSpan span);
  void add_open(const HtmlToken& token, const SyntaxNode& part);
  void add_close(const HtmlToken& token, const SyntaxNode& part);
  void close_details(SourceSpan end);

  BlockBuilder& builder_;
  std::vector<Frame> open_;
  std::vector<SyntaxNode> line_;  // inlines of the paragraph that is being collected
  bool skipping_ = false;         // inside <script> or <style>
};

}  // namespace nbpublish
