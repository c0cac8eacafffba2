#include "layout/flow/cells.h"

#include "layout/flow/galley_builder.h"

namespace nbpublish {

ColumnDemand FlowCells::demand(const TableCell& cell, const CellLook& look) const {
  TagTree tags;
  DiagnosticSink diagnostics;
  LayoutContext measuring{context_.style,    context_.shaper, context_.hyphenator, context_.pages,
                          context_.pictures, tags,            diagnostics,         context_.file, context_.chapter};
  return demand_of(measuring, cell.blocks, look);
}

Galley FlowCells::flow(const TableCell& cell, const CellLook& look, Length width, TagId tag) const {
  return GalleyBuilder(context_).make_cell(cell, look, width, tag);
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
  return std::exchange(galley_, {});
}

}  // namespace nbpublish
