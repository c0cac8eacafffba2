// Widths that make tables low, on texts made of pieces.
#include "layout/table/fitted_widths.h"

#include <catch2/catch.hpp>
#include <random>

using namespace nbpublish;
using namespace nbpublish::literals;

namespace {

// `count` words of `width` each; parts of one name if `is_name`.
std::vector<CellText> cell(int count, double width, bool is_name = false) {
  CellText text{{}, {}, 10_pt};
  for (int i = 0; i < count; ++i)
    text.pieces.push_back({Length::pt(width), is_name ? Length{} : 5_pt, i + 1 == count, is_name && i + 1 < count});
  return {text};
}

TableDemand table_of(std::vector<std::vector<std::vector<CellText>>> rows) {
  TableDemand demand;
  demand.columns.resize(rows.front().size());
  for (const auto& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c)
      for (const CellText& text : row[c]) {
        demand.columns[c].least = std::max(demand.columns[c].least, least_width(text.pieces));
        demand.columns[c].preferred = std::max(demand.columns[c].preferred, natural_width(text.pieces));
      }
  demand.rows = std::move(rows);
  return demand;
}

std::vector<Length> fitted(const TableDemand& demand, double available = 300) {
  return fitted_widths(demand, Length::pt(available), 36_pt, 10_pt);
}

int height(const TableDemand& demand, const std::vector<Length>& widths) {
  int sum = 0;
  for (const auto& row : demand.rows) {
    int highest = 1;
    for (std::size_t c = 0; c < row.size(); ++c)
      for (const CellText& text : row[c]) highest = std::max(highest, count_lines(text.pieces, widths[c]).lines);
    sum += highest;
  }
  return sum;
}

}  // namespace

TEST_CASE("a column that asks for little has it, however much stands beside it") {
  const std::vector<Length> widths = fitted(table_of({{cell(3, 30), cell(200, 30)}, {cell(1, 30), cell(300, 20)}}));
  CHECK(widths == std::vector<Length>{100_pt, 200_pt});
  // Not if others were left with less than they must have, or than an equal share.
  CHECK(fitted(table_of({{cell(3, 30), cell(2, 250)}}))[0] <= 50_pt);
  CHECK(fitted(table_of({{cell(3, 33), cell(3, 33), cell(90, 30), cell(90, 30)}}))[0] < 100_pt);
}

TEST_CASE("columns share so that the table is low") {
  // In proportion to what they want, the first would have 60 of 300 and the row with much in it be 25 lines high.
  const TableDemand demand = table_of({{cell(60, 20), cell(4, 20)}, {cell(4, 20), cell(240, 20)}, {cell(30, 20), cell(30, 20)}});
  const std::vector<Length> widths = fitted(demand);
  const int low = height(demand, widths);
  for (int first = 36; first <= 264; first += 12) CHECK(low <= height(demand, {Length::pt(first), Length::pt(300 - first)}) + 1);
}

TEST_CASE("names are parted less than height alone would have it") {
  const auto name = cell(10, 20, true);
  const TableDemand demand = table_of({{name, cell(100, 20)}, {cell(1, 20), cell(120, 20)}});
  const LineCount parts = count_lines(name.front().pieces, fitted(demand)[0]);
  CHECK(parts.lines <= 2);
}

TEST_CASE("widths made at random keep to what is available, secured and preferred") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const std::size_t columns = 1 + random() % 12;
    std::vector<std::vector<std::vector<CellText>>> rows(1 + random() % 4);
    for (auto& row : rows)
      for (std::size_t c = 0; c < columns; ++c)
        row.push_back(cell(static_cast<int>(1 + random() % 30), static_cast<double>(1 + random() % 40), random() % 4 == 0));
    const TableDemand demand = table_of(std::move(rows));
    const double available = static_cast<double>(random() % 600);
    const std::vector<Length> widths = fitted(demand, available), secured = secured_widths(demand.columns, Length::pt(available), 36_pt);
    Length sum, preferred;
    REQUIRE(widths.size() == columns);
    for (std::size_t c = 0; c < columns; ++c) {
      sum += widths[c];
      preferred += demand.columns[c].preferred;
      REQUIRE(widths[c] <= demand.columns[c].preferred);
      if (!secured.empty()) REQUIRE(widths[c] >= secured[c]);
    }
    REQUIRE(sum <= Length::pt(available));
    REQUIRE(sum >= std::min(preferred, Length::pt(available)) - 1_pt);
  }
}

TEST_CASE("long and broad tables get their widths") {
  for (const auto& [rows, columns] : {std::pair{250, 10}, {10, 200}}) {
    std::vector<std::vector<std::vector<CellText>>> cells(static_cast<std::size_t>(rows));
    for (auto& row : cells)
      for (int c = 0; c < columns; ++c) row.push_back(cell(30, 5 + c % 7));
    CHECK(fitted(table_of(std::move(cells)), 900).size() == static_cast<std::size_t>(columns));
  }
}
