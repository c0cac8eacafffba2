#include "layout/flow/cells.h"

#include "layout/flow/galley_builder.h"

namespace nbpublish {

CellDemand FlowCells::demand(const TableCell& cell, const CellLook& look) const {
  TagTree tags;
  DiagnosticSink diagnostics;
  LayoutContext trial = measuring(context_, tags, diagnostics);
  return demand_of(trial, cell.blocks, look);
}

LayoutContext measuring(const LayoutContext& context, TagTree& tags, DiagnosticSink& diagnostics) {
  return {context.style,    context.shaper, context.hyphenator, context.words, context.pages,
          context.pictures, tags,           diagnostics,        context.file,  context.chapter};
}

Galley FlowCells::flow(const TableCell& cell, const CellLook& look, Length width, TagId tag) const {
  if (!look.words_break) return GalleyBuilder(context_).make_cell(cell, look, width, tag);
  DiagnosticSink diagnostics;
  LayoutContext inside = measuring(context_, context_.tags, diagnostics);
  Galley made = GalleyBuilder(inside).make_cell(cell, look, width, tag);
  for (const Diagnostic& d : diagnostics.all())
    if (d.code != DiagCode::OverfullLine) context_.diagnostics.add(d);
  return made;
}

Galley GalleyBuilder::make_cell(const TableCell& cell, const CellLook& look, Length width, TagId tag) {
  FlowScope scope;
  scope.measure = width;
  scope.text = look.text;
  scope.parent = tag;
  scope.cell = look;
  // Words alone hang on the cell itself, as in Markdown's own tables.
  const auto* words = cell.blocks.size() == 1 ? as<Paragraph>(cell.blocks.front()) : nullptr;
  if (words == nullptr) {
    add_blocks(cell.blocks, scope);
  } else {
    const Block place{cell.id, cell.span.line > 0 ? cell.span : cell.blocks.front().span, Paragraph{}};
    begin_block(add_text(flatten(context_, words->children, base(scope), tag), place, scope, {}, look.alignment), 0);
  }
  settle_places();
  return std::exchange(galley_, {});
}

}  // namespace nbpublish
