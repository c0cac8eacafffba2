// Walking over lists of blocks, for stages that take blocks out of them or put some in.
#pragma once

#include "document/document.h"
#include "document/walk.h"

namespace nbpublish {

// Calls `visit(list)` for every list of blocks, inner before outer.
void edit_each_list(Blocks& list, const auto& visit) {
  for (Block& block : list)
    std::visit(
        [&](auto& content) {
          if constexpr (requires { content.items; }) {
            for (auto& item : content.items) edit_each_list(item.blocks, visit);
          } else if constexpr (requires { content.rows; }) {
            for (auto& cell : content.head.cells) edit_each_list(cell.blocks, visit);
            for (auto& row : content.rows)
              for (auto& cell : row.cells) edit_each_list(cell.blocks, visit);
          } else if constexpr (requires { content.blocks; }) {
            edit_each_list(content.blocks, visit);
          }
        },
        block.content);
  visit(list);
}

void edit_each_list(Document& document, const auto& visit) {
  edit_each_list(document.blocks, visit);
  for (Note& note : document.notes) edit_each_list(note.blocks, visit);
}

}  // namespace nbpublish
