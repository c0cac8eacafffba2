// Blocks to XHTML flow content.
#pragma once

#include <pugixml.hpp>

#include "output/epub/chapter_context.h"

namespace nbpublish {

void write_blocks(pugi::xml_node parent, std::span<const Block> blocks, ChapterContext& context);
// A list item's or cell's content: a single paragraph is set without <p> if `unwrap`.
void write_content(pugi::xml_node parent, std::span<const Block> blocks, bool unwrap, ChapterContext& context);
// "Figure 9.4 What it shows" into a caption element; either part may be empty.
void write_caption(pugi::xml_node parent, std::string_view word, std::string_view number, const Inlines& caption, ChapterContext& context);

void write_code_block(pugi::xml_node parent, const CodeBlock& code, NodeId id, ChapterContext& context);
void write_table(pugi::xml_node parent, const Table& table, NodeId id, ChapterContext& context);
// The notes of this file at its end, each linked with its marks in both directions.
void write_notes(pugi::xml_node parent, ChapterContext& context);

}  // namespace nbpublish
