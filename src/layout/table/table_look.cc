#include "layout/table/table_look.h"

namespace nbpublish {
namespace {

TextStyle resized(TextStyle text, Length to, Length from) {
  text.size = text.size.scaled(to.units(), from.units());
  text.leading = text.leading.scaled(to.units(), from.units());
  return text;
}

Alignment alignment_of(ColumnAlignment column) {
  switch (column) {
    case ColumnAlignment::Right:
      return Alignment::Right;
    case ColumnAlignment::Center:
      return Alignment::Centered;
    default:
      return Alignment::Ragged;
  }
}

}  // namespace

CellLook table_look(const Style& style, bool smaller) {
  CellLook look{style.table, style.table_code, Alignment::Ragged};
  if (smaller && style.table_least_size < style.table.size)
    look = {resized(style.table, style.table_least_size, style.table.size),
            resized(style.table_code, style.table_least_size, style.table.size), Alignment::Ragged};
  return look;
}

CellLook cell_look(const Style& style, CellLook table, ColumnAlignment column, bool head) {
  table.alignment = alignment_of(column);
  if (head) table.text.weight = style.table_head_weight;
  return table;
}

}  // namespace nbpublish
