// Strong words where a heading is meant, and breaks that part nothing.
#include <catch2/catch.hpp>

#include "platform/process.h"
#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// "4 Words" for a heading, "p" for any other block.
std::string shape_of(const std::string& text) {
  const ReadResult result = read("# T\n\n" + text);
  std::string out;
  for (const Block& block : result.document.blocks) {
    const auto* heading = as<Heading>(block);
    out += (heading != nullptr         ? std::to_string(heading->level) + " " + plain_text(heading->children)
            : as<ThematicBreak>(block) ? "-"
                                       : "p") +
           "|";
  }
  return out;
}

}  // namespace

TEST_CASE("a paragraph of strong words alone above other text is a heading of level 4, without its colon or dash") {
  CHECK(shape_of("**What it does**\n\nx\n") == "4 What it does|p|");
  CHECK(shape_of("**Steps:**\n\n```js\nx\n```\n") == "4 Steps|p|");
  CHECK(shape_of("**Then** **this –**\n\nx\n") == "4 Then this|p|");
  CHECK(shape_of("**`Buffer.from(array)`**\n\nx\n") == "4 Buffer.from(array)|p|");
  CHECK(shape_of("__Why?__\n\n- x\n") == "4 Why?|p|");
}

TEST_CASE("labels of a file are told once") {
  const ReadResult result = read("# T\n\n**One**\n\nx\n\n**Two**\n\ny\n");
  CHECK(complaints(result) == "3:1 label-as-heading\n");
  CHECK(result.diagnostics.all().at(0).message.starts_with("2 paragraphs"));
  CHECK(result.diagnostics.all().at(0).severity == Severity::Note);
}

TEST_CASE("strong words that are no heading stay what they are") {
  CHECK(shape_of("**This is a sentence.**\n\nx\n") == "p|p|");
  CHECK(shape_of("**Warning!**\n\nx\n") == "p|p|");
  CHECK(shape_of("**Bold** and more\n\nx\n") == "p|p|");
  CHECK(shape_of("x\n\n**The end**\n") == "p|p|");
  CHECK(shape_of("**One**\n\n**Two**\n\n## H\n\nx\n") == "p|p|2 H|p|");
  CHECK(shape_of("**" + std::string(61, 'a') + "**\n\nx\n") == "p|p|");
  CHECK(shape_of("- **One**\n\n  x\n") == "p|");
  CHECK(shape_of("> [!NOTE]\n> **One**\n>\n> x\n") == "p|");
}

TEST_CASE("strong words in a heading are no stronger") {
  const ReadResult result = read("# T\n\n## **One** *and **two***\n\nx\n");
  CHECK(dump_of(result).find("strong") == std::string::npos);
  CHECK(shape_of("## **One** *and **two***\n\nx\n") == "2 One and two|p|");
}

TEST_CASE("section breaks part text from text alone") {
  CHECK(shape_of("x\n\n---\n\ny\n") == "p|-|p|");
  CHECK(shape_of("x\n\n---\n\n## H\n\ny\n\n---\n") == "p|2 H|p|");
  CHECK(shape_of("---\n\nx\n\n---\n\n***\n\ny\n") == "p|-|p|");
  CHECK(shape_of("## H\n\n---\n\nx\n") == "2 H|p|");
}
