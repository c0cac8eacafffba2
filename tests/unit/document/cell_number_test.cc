#include "document/cell_number.h"

#include <catch2/catch.hpp>

#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

TableCell cell(Inlines words) {
  TableCell made;
  made.blocks = {paragraph(std::move(words))};
  return made;
}

std::string decimals(std::string words) { return decimals_of(cell({text(std::move(words))})).value_or("none"); }

}  // namespace

TEST_CASE("a cell's number has decimals, or it is none") {
  CHECK(decimals("12.25") == ".25");
  CHECK(decimals("-1,234.5") == ".5");
  CHECK(decimals("\u2212.5") == ".5");
  CHECK(decimals("1\u00A0000") == "");
  CHECK(decimals("100") == "");
  for (const char* other : {"", "-", ".", "5.", "1.2.3", "1,", "n/a", "5 ms", "1e5", "0x10", "--5"}) CHECK(decimals(other) == "none");
  CHECK(decimals_of(cell({{{}, Strong{{text("1.5")}}}})) == ".5");
  CHECK_FALSE(decimals_of(cell({code("1.5")})));
  CHECK_FALSE(decimals_of(TableCell{}));
}

TEST_CASE("a hyphen that is a number's sign becomes a minus sign") {
  Table table;
  table.columns = {ColumnAlignment::Left, ColumnAlignment::Right};
  const auto add = [&](const Inlines& words) { table.rows.push_back({{cell(words), cell(words)}}); };
  add({text("-5")});
  add({text("-5 %")});
  add({text("-x")});
  add({code("-5")});
  Document document;
  document.blocks = {{0, {}, table}};
  set_minus_signs(document);
  const Table& made = *as<Table>(document.blocks[0]);
  const auto words = [&](std::size_t row, std::size_t column) {
    return plain_text(as<Paragraph>(made.rows[row].cells[column].blocks[0])->children);
  };
  CHECK(words(0, 0) == "\u22125");
  CHECK(words(0, 1) == "\u22125");
  CHECK(words(1, 0) == "-5 %");
  CHECK(words(1, 1) == "\u22125 %");
  CHECK(words(2, 1) == "-x");
  CHECK(words(3, 1) == "-5");
}
