#include <algorithm>

#include "document/kinds.h"
#include "output/epub/block_writer.h"
#include "output/epub/markup.h"

namespace nbpublish {
namespace {

// Wider tables scroll sideways instead of shrinking the page.
constexpr std::size_t kUnscrolledColumns = 4;

std::string_view css_class(const Table& table, std::size_t column) {
  const ColumnAlignment alignment =
      column < table.columns.size() ? table.columns[column] : ColumnAlignment::Default;
  const bool is_start = alignment == ColumnAlignment::Default || alignment == ColumnAlignment::Left;
  return is_start ? std::string_view() : word_of(alignment);
}

// Several paragraphs are told apart by elements of their own.
std::ptrdiff_t paragraphs_in(const TableCell& cell) {
  return std::ranges::count_if(cell.blocks, [](const Block& block) { return as<Paragraph>(block) != nullptr; });
}

// An empty head cell is no header: a reader would announce nothing for its column.
void write_row(pugi::xml_node parent, const Table& table, const TableRow& row, bool is_head,
               ChapterContext& context) {
  pugi::xml_node tr = add_element(parent, "tr");
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const TableCell& cell = row.cells[column];
    const bool is_header = is_head && !cell.blocks.empty();
    pugi::xml_node node = add_element(tr, is_header ? "th" : "td", css_class(table, column));
    if (is_header) set_attribute(node, "scope", "col");
    write_content(node, cell.blocks, paragraphs_in(cell) < 2, context);
  }
}

// A region that scrolls must be reachable by keyboard and must have a name.
pugi::xml_node add_region(pugi::xml_node parent, const Table& table) {
  pugi::xml_node region = add_element(parent, "div", "scroll");
  set_attribute(region, "role", "region");
  const std::string caption = plain_text(table.caption);
  set_attribute(region, "aria-label",
                !table.number.empty() ? "Table " + table.number
                : !caption.empty()    ? caption
                                      : "Wide table");
  set_attribute(region, "tabindex", "0");
  return region;
}

}  // namespace

void write_table(pugi::xml_node parent, const Table& table, NodeId id, ChapterContext& context) {
  pugi::xml_node region = table.columns.size() > kUnscrolledColumns ? add_region(parent, table) : parent;
  pugi::xml_node node = add_element(region, "table");
  context.claim_id(node, table.label);
  if (!table.number.empty() || !table.caption.empty()) {
    pugi::xml_node caption = add_element(node, "caption");
    context.pages.mark_block(caption, id);
    write_caption(caption, "Table", table.number, table.caption, context);
  }
  if (!table.head.cells.empty()) write_row(add_element(node, "thead"), table, table.head, true, context);
  if (table.rows.empty()) return;
  pugi::xml_node body = add_element(node, "tbody");
  for (const TableRow& row : table.rows) write_row(body, table, row, false, context);
}

}  // namespace nbpublish
