// From the blocks of the syntax to those of the Document: what each construct means.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "source/component.h"
#include "source/figure_syntax.h"
#include "source/inline_builder.h"
#include "source/note_collector.h"
#include "source/syntax.h"

namespace nbpublish {

class HtmlBlocks;

struct BuildContext {
  std::string file;
  std::string online_url;
  std::vector<MdxComponent> components;
  const ComponentFigures& figures;  // what stands for those that are declared
};

class BlockBuilder {
 public:
  BlockBuilder(const BuildContext& context, DiagnosticSink& diagnostics)
      : context_(context),
        diagnostics_(diagnostics),
        notes_([this](const std::vector<SyntaxNode>& nodes) { return blocks(nodes); }),
        inlines_(context.file, notes_, diagnostics) {}

  // The blocks of one container; raw HTML may open an element in one block and close it in a later one.
  Blocks blocks(const std::vector<SyntaxNode>& nodes);
  // References to notes that captions may repeat.
  void set_known_notes(const std::vector<SyntaxNode>& references) { notes_.set_known(references); }
  std::vector<Note> take_notes() { return notes_.take(); }

 private:
  // What collects the blocks of one container.
  HtmlBlocks container();
  // One paragraph's worth of inlines, cut at its figures; nothing if it is empty.
  void add_paragraph(Blocks& into, const SyntaxNode& node);
  // A component's box; false if `node` is no mark of one.
  bool add_component(Blocks& into, const SyntaxNode& node);
  Inlines leaf(const std::vector<SyntaxNode>& nodes) { return inlines_.leaf(nodes); }
  void report(DiagCode code, SourceSpan span, std::string message, std::string hint = {});
  void add_block(Blocks& into, const SyntaxNode& node);
  void add_text(Blocks& into, const std::vector<SyntaxNode>& nodes, SourceSpan span);
  Block figure(const FigureSyntax& found, SourceSpan span);
  void add_unknown(Blocks& into, const SyntaxNode& node);
  // A title or caption read as Markdown. It stands inside `span`, which all of it gets as its place.
  Inlines caption(std::string_view text, SourceSpan span);
  Block code_block(const SyntaxNode& node);
  Block list(const SyntaxNode& node);
  ListItem item(const SyntaxNode& node);
  Block quote(const SyntaxNode& node);
  Block table(const SyntaxNode& node);
  TableRow row(const SyntaxNode& node, std::size_t columns);

  const BuildContext& context_;
  DiagnosticSink& diagnostics_;
  NoteCollector notes_;
  InlineBuilder inlines_;
};

}  // namespace nbpublish
