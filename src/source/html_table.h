// A table written in HTML, put together from its rows and cells.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "source/html_tokens.h"

namespace nbpublish {

// Rows in the order of the source. What is merged over columns or rows stands in the first of its cells, the others are
// empty; what is beyond the last column that is read joins the last cell.
class HtmlTable {
 public:
  void begin_section(bool is_head) { in_head_ = is_head; }
  void begin_row();
  // `tag` is <td> or <th>.
  void add_cell(const HtmlToken& tag, SourceSpan span, Blocks blocks);
  // The first head row, or a first row of <th> alone, is the head; further head rows are rows like others.
  Table finish();

  Inlines caption;
  bool merges_cells() const { return merges_; }

 private:
  struct Row {
    TableRow cells;
    bool is_head = false;
  };
  std::vector<Row> rows_;
  std::vector<ColumnAlignment> columns_;
  std::vector<int> reaching_;  // rows that a cell above still reaches down, for each column
  bool in_head_ = false, row_open_ = false, merges_ = false;

  void add_empty(SourceSpan span);
  void fill_reached(SourceSpan span);
};

}  // namespace nbpublish
