#include "document/caption_list.h"

#include <catch2/catch.hpp>

#include "document/resolve.h"
#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Block listing(const std::string& title, Inlines caption, const std::string& label = {}) {
  CodeBlock code;
  code.info.title = title;
  code.info.label = label;
  code.caption = std::move(caption);
  return {0, {}, std::move(code)};
}

Document numbered(Blocks blocks) {
  Document document;
  document.chapter = "a";
  document.blocks = std::move(blocks);
  CaptionCounters counters;
  number_captions(document, "3", counters);
  assign_caption_anchors(document);
  return document;
}

std::string entries(const Document& document, CaptionList list) {
  std::string out;
  for (const CaptionEntry& entry : caption_entries({&document}, list))
    out += entry.number + " " + entry.text + " -> " + entry.target.chapter + "#" + entry.target.anchor + "\n";
  return out;
}

}  // namespace

TEST_CASE("a list has what has a number and words, in reading order") {
  const Document document =
      numbered({listing("a.js", {text("First "), code("x")}, "lst:a"), code_block("plain"), bullet_list({{listing("b.js", {}, "lst:b")}}),
                listing("", {}, "lst:c"), listing("", {text("Last")})});
  CHECK(entries(document, CaptionList::Listings) == "3.1 First x -> a#lst:a\n3.2 b.js -> a#lst:b\n3.4 Last -> a#listing-3.4\n");
  CHECK(entries(document, CaptionList::Figures).empty());
}

TEST_CASE("a list of one entry is none") {
  const Document document = numbered({listing("", {text("Only")})});
  CHECK(entries(document, CaptionList::Listings).empty());
}

TEST_CASE("figures and tables have lists of their own") {
  Table table;
  table.caption = {text("T")};
  const Block figure{0, {}, Figure{"a.png", "", {text("F")}, "", ""}};
  const Document document = numbered({figure, {0, {}, table}, figure, {0, {}, table}});
  CHECK(entries(document, CaptionList::Figures) == "3.1 F -> a#figure-3.1\n3.2 F -> a#figure-3.2\n");
  CHECK(entries(document, CaptionList::Tables) == "3.1 T -> a#table-3.1\n3.2 T -> a#table-3.2\n");
}

TEST_CASE("made anchors step aside for given ones") {
  Document document;
  document.blocks = {heading(2, {text("A")}), listing("", {text("B")})};
  std::get<Heading>(document.blocks[0].content).anchor = "listing-1";
  CaptionCounters counters;
  number_captions(document, "", counters);
  assign_caption_anchors(document);
  CHECK(as<CodeBlock>(document.blocks[1])->info.label == "listing-1.");
}

TEST_CASE("of a long caption the first sentence is listed") {
  const auto listed = [](const std::string& caption) {
    const Document document = numbered({listing("", {text(caption)}), listing("", {text("Other")})});
    return caption_entries({&document}, CaptionList::Listings).at(0).text;
  };
  CHECK(listed("One turn in Node.js 20. The thread can sleep.") == "One turn in Node.js 20");
  CHECK(listed("What it shows.") == "What it shows");
  CHECK(listed("Costs, e.g. Memory. Others") == "Costs, e.g. Memory");
  CHECK(listed("After D. Knuth, in fs.promises and `a.b`") == "After D. Knuth, in fs.promises and `a.b`");
  CHECK(listed("Why? Because. \u00C4rger follows") == "Why? Because");
}
