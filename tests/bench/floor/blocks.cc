#include "bench/floor/blocks.h"

#include <simdjson.h>

#include <string_view>

namespace nbpublish::floor_program {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

void append_inlines(element inlines, std::string& out) {
  for (const element node : array(inlines)) {
    const std::string_view type = node["t"];
    if (type == "Str") out += std::string_view(node["c"]);
    else if (type == "Space" || type == "SoftBreak" || type == "LineBreak") out += ' ';
    else if (type == "Code") out += std::string_view(node["c"].at(1));
    else if (type == "Link" || type == "Image" || type == "Span") append_inlines(node["c"].at(1), out);
    else if (type == "Emph" || type == "Strong" || type == "Strikeout") append_inlines(node["c"], out);
  }
}

std::string text_of(element inlines) {
  std::string text;
  append_inlines(inlines, text);
  return text;
}

void append_blocks(element list, std::vector<TextBlock>& blocks);

void append_items(element items, std::vector<TextBlock>& blocks) {
  for (const element item : array(items)) append_blocks(item, blocks);
}

void append_blocks(element list, std::vector<TextBlock>& blocks) {
  for (const element node : array(list)) {
    const std::string_view type = node["t"];
    if (type == "Para" || type == "Plain") blocks.push_back({BlockKind::Paragraph, text_of(node["c"])});
    else if (type == "Header") blocks.push_back({BlockKind::Heading, text_of(node["c"].at(2))});
    else if (type == "CodeBlock") blocks.push_back({BlockKind::Listing, std::string(std::string_view(node["c"].at(1)))});
    else if (type == "BulletList") append_items(node["c"], blocks);
    else if (type == "OrderedList") append_items(node["c"].at(1), blocks);
    else if (type == "BlockQuote") append_blocks(node["c"], blocks);
    else if (type == "Div") append_blocks(node["c"].at(1), blocks);
  }
}

}  // namespace

void read_blocks(const std::string& path, std::vector<TextBlock>& blocks) {
  simdjson::dom::parser parser;
  append_blocks(parser.load(path)["blocks"], blocks);
}

}  // namespace nbpublish::floor_program
