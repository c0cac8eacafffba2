// Cells of tables: small columns of blocks.
#pragma once

#include "layout/table/cell.h"

namespace nbpublish {

class FlowCells : public CellFlow {
 public:
  explicit FlowCells(LayoutContext& context) : context_(context) {}

  CellDemand demand(const TableCell& cell, const CellLook& look) const override;
  Galley flow(const TableCell& cell, const CellLook& look, Length width, TagId tag) const override;

 private:
  LayoutContext& context_;
};

// The context of `context` for what is set only to be measured.
LayoutContext measuring(const LayoutContext& context, TagTree& tags, DiagnosticSink& diagnostics);

// What blocks ask for as the content of a column. Tags and diagnostics go into `context`.
CellDemand demand_of(LayoutContext& context, const Blocks& blocks, const CellLook& look);

}  // namespace nbpublish
