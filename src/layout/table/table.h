// Tables: cells set ragged in columns that fit their content, split between rows with the head repeated.
#pragma once

#include "document/document.h"
#include "layout/galley/galley.h"

namespace nbpublish {

struct TableRules {
  Length left, measure;
  int group = -1;
  TagId parent = kRootTag;
};

// Appends a group with the table's rows to `galley`. A table that does not fit at its smaller size either is
// `table-too-wide` at its place in the source; its words are broken then.
void add_table(LayoutContext& context, const Table& table, const Block& block, const TableRules& rules, Galley& galley);

}  // namespace nbpublish
