#include "document/ids.h"

#include <catch2/catch.hpp>

#include <set>

#include "document/walk.h"
#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Document sample() {
  Document document;
  document.blocks = {paragraph({text("same")}), paragraph({text("same")}), heading(2, {text("same")}), code_block("x"),
                     bullet_list({{paragraph({text("same")})}, {}})};
  document.blocks.push_back({0, {}, Table{{ColumnAlignment::Default}, {{TableCell{}, TableCell{}}}, {}, {}, "", ""}});
  document.notes.push_back({0, {}, "n", {paragraph({text("same")})}});
  assign_ids(document);
  return document;
}

}  // namespace

TEST_CASE("every block, item, cell and note has an id of its own") {
  const Document document = sample();
  std::vector<NodeId> ids = {document.notes[0].id};
  for_each_block(document, [&](const Block& block) {
    ids.push_back(block.id);
    if (const auto* list = as<List>(block))
      for (const ListItem& item : list->items) ids.push_back(item.id);
    if (const auto* table = as<Table>(block))
      for (const TableCell& cell : table->head.cells) ids.push_back(cell.id);
  });
  CHECK(ids.size() == 13);
  CHECK(std::set<NodeId>(ids.begin(), ids.end()).size() == ids.size());
  CHECK(std::count(ids.begin(), ids.end(), NodeId{0}) == 0);
}

TEST_CASE("an id survives edits and moves elsewhere, and changes with its own text") {
  const Document before = sample();
  Document after = before;
  after.blocks.insert(after.blocks.begin(), paragraph({text("new")}));
  std::swap(after.blocks[3], after.blocks[4]);  // heading and code block
  assign_ids(after);
  CHECK(after.blocks[1].id == before.blocks[0].id);
  CHECK(after.blocks[2].id == before.blocks[1].id);
  CHECK(after.blocks[3].id == before.blocks[3].id);
  CHECK(after.blocks[4].id == before.blocks[2].id);

  after.blocks[1] = paragraph({text("changed")});
  assign_ids(after);
  CHECK(after.blocks[1].id != before.blocks[0].id);
}
