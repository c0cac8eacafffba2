// Raw HTML between Markdown blocks: <details>, headings, tables, lists and <pre> become nodes, wrappers vanish, text is
// kept, and what bears an id leaves a place.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "source/html_table.h"
#include "source/html_tokens.h"
#include "source/inline_builder.h"
#include "source/syntax.h"

namespace nbpublish {

// Collects the blocks of one container. The owner adds Markdown blocks to target(); raw HTML blocks go
// through add(), which opens and closes elements around them.
class HtmlBlocks {
 public:
  // Makes a paragraph's worth of inlines, cut at its figures.
  using AddParagraph = std::function<void(Blocks& into, const SyntaxNode& paragraph)>;
  // `inlines` outlives the object.
  HtmlBlocks(InlineBuilder& inlines, AddParagraph add_paragraph) : inlines_(inlines), add_paragraph_(std::move(add_paragraph)), open_(1) {}

  void add(const SyntaxNode& html);
  // An inline of a place where Markdown allows no blocks: HTML in it may make some all the same.
  void add_inline(const SyntaxNode& node);
  // Whether a heading is open, so that a paragraph is its words.
  bool in_heading() const { return heading_.has_value(); }
  // Makes a paragraph of the text collected so far; to be called before a Markdown block is added.
  void end_line();
  // Where the next block belongs.
  Blocks& target() { return open_.back().blocks; }
  // Closes what is open and returns everything.
  Blocks finish();

 private:
  enum class Element : std::uint8_t { Container, Details, Figure, FigureCaption, Table, Cell, Caption, List, Item };
  // The container itself (index 0) or an element that is open.
  struct Frame {
    Element element = Element::Container;
    SourceSpan span;
    Blocks blocks;
    Inlines summary;  // of Details, and the caption of Figure
    HtmlToken tag;    // of Cell, Figure, List and Item
    HtmlTable table;  // of Table
    List list;        // of List
  };
  void add_token(const HtmlToken& token, SyntaxNode part);
  void add_text(SyntaxNode part);
  void add_void(const HtmlToken& token, SyntaxNode part);
  void add_open(const HtmlToken& token, const SyntaxNode& part);
  void add_close(const HtmlToken& token, const SyntaxNode& part);
  // False if the tag is none of a table or list.
  bool open_structure(const HtmlToken& token, SourceSpan span);
  bool close_structure(const HtmlToken& token, SourceSpan span);
  void add_places(const HtmlToken& token, SourceSpan span);
  void close_heading(SourceSpan end);
  void open_pre(const HtmlToken& token, SourceSpan span);
  // Adds to the code being collected what stands on these lines of the file.
  void add_code(std::string_view text, const std::vector<SourceSpan>& lines);
  void close_pre();

  void open(Element element, SourceSpan span, HtmlToken tag = {});
  // Closes the innermost such element and what is open in it; false if there is none in this cell.
  bool close(Element element, SourceSpan end);
  void close_top(SourceSpan end);
  // The innermost table, if its cell or a place between its cells is where we are.
  Frame* table();
  void add_table(Frame frame, SourceSpan span);
  void add_figure(Frame frame);

  InlineBuilder& inlines_;
  AddParagraph add_paragraph_;
  std::vector<Frame> open_;
  std::vector<SyntaxNode> line_;        // inlines of the paragraph that is being collected
  std::optional<Block> pre_;            // code that is being collected
  std::optional<Block> heading_;        // whose words are being collected in line_
  std::vector<SyntaxNode> row_places_;  // of a table's row, for its first cell
  std::string skipping_;                // <script> or <style>, if we are in one
  SourceSpan skipped_from_;
};

// Whether an inline is a tag that begins or ends a block.
bool is_block_tag(const SyntaxNode& node);

}  // namespace nbpublish
