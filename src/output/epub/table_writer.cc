#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "document/kinds.h"
#include "output/epub/block_writer.h"
#include "output/epub/markup.h"

namespace nbpublish {
namespace {

// What a line of 320 CSS pixels holds of a table's face, in half characters, with the letter spacing that WCAG 2.2
// grants the reader (1.4.12); and the space beside a column.
constexpr std::size_t kPhoneLine = 66, kColumnSpace = 3;

std::string_view css_class(const Table& table, std::size_t column) {
  const ColumnAlignment alignment = column < table.columns.size() ? table.columns[column] : ColumnAlignment::Default;
  const bool is_start = alignment == ColumnAlignment::Default || alignment == ColumnAlignment::Left;
  return is_start ? std::string_view() : word_of(alignment);
}

// Several paragraphs are told apart by elements of their own.
std::ptrdiff_t paragraphs_in(const TableCell& cell) {
  return std::ranges::count_if(cell.blocks, [](const Block& block) { return as<Paragraph>(block) != nullptr; });
}

// An empty head cell is no header: a reader would announce nothing for its column.
void write_row(pugi::xml_node parent, const Table& table, const TableRow& row, bool is_head, ChapterContext& context) {
  pugi::xml_node tr = add_element(parent, "tr");
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const TableCell& cell = row.cells[column];
    const bool is_header = is_head && !cell.blocks.empty();
    pugi::xml_node node = add_element(tr, is_header ? "th" : "td", css_class(table, column));
    if (is_header) set_attribute(node, "scope", "col");
    write_content(node, cell.blocks, paragraphs_in(cell) < 2, context);
  }
}

// The text of a cell without its listings, which wrap anywhere.
void collect_text(pugi::xml_node node, std::string& text) {
  const std::string_view name = node.name();
  if (name == "pre") return;
  if (name == "br" || name == "p" || name == "li") text += ' ';
  text += node.value();
  for (const pugi::xml_node child : node.children()) collect_text(child, text);
}

// In code points, between blanks, hyphens and slashes.
std::size_t longest_word(pugi::xml_node cell) {
  std::string text;
  collect_text(cell, text);
  std::size_t longest = 0, length = 0;
  for (const char c : text) {
    const bool divides = c == ' ' || c == '\n' || c == '-' || c == '/';
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    length = divides ? 0 : length + (continues ? 0 : 1);
    longest = std::max(longest, length);
  }
  return longest;
}

// Whether the columns, each as narrow as its longest word, are wider than a phone. What fits may break over pages;
// in most reading systems a box that scrolls may not.
bool is_wide(pugi::xml_node table) {
  std::vector<std::size_t> words;
  for (const auto& row : table.select_nodes(".//tr")) {
    std::size_t column = 0;
    for (const pugi::xml_node cell : row.node().children()) {
      if (words.size() <= column) words.push_back(0);
      words[column] = std::max(words[column], longest_word(cell));
      ++column;
    }
  }
  return 2 * std::accumulate(words.begin(), words.end(), std::size_t{0}) + kColumnSpace * words.size() > kPhoneLine;
}

// Puts the table into a box that scrolls, which must be reachable by keyboard and must have a name. It is no landmark
// ("region"): a chapter may have many.
void enclose(pugi::xml_node node, const Table& table) {
  pugi::xml_node box = node.parent().insert_child_before("div", node);
  box.append_move(node);
  set_attribute(box, "class", "scroll");
  set_attribute(box, "role", "group");
  const std::string caption = plain_text(table.caption);
  set_attribute(box, "aria-label", !table.number.empty() ? "Table " + table.number : !caption.empty() ? caption : "Wide table");
  set_attribute(box, "tabindex", "0");
}

}  // namespace

void write_table(pugi::xml_node parent, const Table& table, NodeId id, ChapterContext& context) {
  pugi::xml_node node = add_element(parent, "table");
  context.claim_id(node, table.label);
  if (!table.number.empty() || !table.caption.empty()) {
    pugi::xml_node caption = add_element(node, "caption");
    context.pages.mark_block(caption, id);
    write_caption(caption, "Table", table.number, table.caption, context);
  }
  if (!table.head.cells.empty()) write_row(add_element(node, "thead"), table, table.head, true, context);
  if (!table.rows.empty()) {
    pugi::xml_node body = add_element(node, "tbody");
    for (const TableRow& row : table.rows) write_row(body, table, row, false, context);
  }
  if (is_wide(node)) enclose(node, table);
}

}  // namespace nbpublish
