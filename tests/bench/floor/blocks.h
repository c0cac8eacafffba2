// What the floor sets of a chapter: pandoc's tree flattened to paragraphs, headings and listings.
#pragma once

#include <string>
#include <vector>

namespace nbpublish::floor_program {

enum class BlockKind { Paragraph, Heading, Listing };

struct TextBlock {
  BlockKind kind;
  std::string text;  // UTF-8; a listing's lines end in \n but for the last
};

// Appends the blocks of the file `path`, pandoc's JSON. Lists, quotations and divisions are their paragraphs; tables are left out, and all
// marks inside paragraphs. Throws simdjson_error for what is not pandoc's.
void read_blocks(const std::string& path, std::vector<TextBlock>& blocks);

}  // namespace nbpublish::floor_program
