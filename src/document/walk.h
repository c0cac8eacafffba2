// Walking a Document in reading order.
#pragma once

#include <span>
#include <variant>

#include "document/document.h"

namespace nbpublish {

// The inline lists that hang directly on one block: text, caption, summary, attribution.
void inline_lists_of(auto& block, const auto& visit) {
  std::visit(
      [&](auto& content) {
        if constexpr (requires { content.children; }) visit(content.children);
        if constexpr (requires { content.caption.front().span; }) visit(content.caption);
        if constexpr (requires { content.summary.front().span; }) visit(content.summary);
        if constexpr (requires { content.attribution.front().span; }) visit(content.attribution);
      },
      block.content);
}

namespace walk_detail {

void blocks(auto& list, const auto& visit);

void children_of(auto& block, const auto& visit) {
  std::visit(
      [&](auto& content) {
        if constexpr (requires { content.items; }) {
          for (auto& item : content.items) blocks(item.blocks, visit);
        } else if constexpr (requires { content.rows; }) {
          for (auto& cell : content.head.cells) blocks(cell.blocks, visit);
          for (auto& row : content.rows)
            for (auto& cell : row.cells) blocks(cell.blocks, visit);
        } else if constexpr (requires { content.blocks; }) {
          blocks(content.blocks, visit);
        }
      },
      block.content);
}

void blocks(auto& list, const auto& visit) {
  for (auto& block : list) {
    visit(block);
    children_of(block, visit);
  }
}

void inlines(auto& list, const auto& visit) {
  for (auto& inl : list) {
    visit(inl);
    std::visit(
        [&](auto& content) {
          if constexpr (requires { content.children; }) inlines(content.children, visit);
        },
        inl.content);
  }
}

// Every inline below the lists that hang directly on one block.
void inlines_of(auto& block, const auto& visit) {
  inline_lists_of(block, [&](auto& list) { inlines(list, visit); });
}

}  // namespace walk_detail

// Calls `visit(block)` for every block of a stretch of a text in reading order, outer before inner; notes are not looked into.
void for_each_block(std::span<const Block> blocks, const auto& visit) { walk_detail::blocks(blocks, visit); }
// Likewise every inline (outer before inner), with the block it stands in.
void for_each_inline(std::span<const Block> blocks, const auto& visit) {
  for_each_block(blocks, [&](const Block& block) { walk_detail::inlines_of(block, [&](const Inline& inl) { visit(inl, block); }); });
}

// The same of a whole chapter, its notes last.
void for_each_block(const Document& document, const auto& visit) {
  for_each_block(std::span(document.blocks), visit);
  for (const Note& note : document.notes) for_each_block(std::span(note.blocks), visit);
}

void for_each_inline(const Document& document, const auto& visit) {
  for_each_inline(std::span(document.blocks), visit);
  for (const Note& note : document.notes) for_each_inline(std::span(note.blocks), visit);
}

// The same walks for a stage that changes the copy it owns.
void edit_each_block(Document& document, const auto& visit) {
  walk_detail::blocks(document.blocks, visit);
  for (Note& note : document.notes) walk_detail::blocks(note.blocks, visit);
}
void edit_each_inline(Document& document, const auto& visit) {
  edit_each_block(document, [&](Block& block) { walk_detail::inlines_of(block, visit); });
}

}  // namespace nbpublish
