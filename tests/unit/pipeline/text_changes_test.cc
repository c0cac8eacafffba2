#include "pipeline/text_changes.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

RecordedBlock block(const std::string& kind, std::uint32_t line, std::uint64_t hash) { return {kind, line, hash}; }

RecordedText text_of(std::vector<RecordedBlock> blocks, std::uint64_t source) {
  RecordedText text{"node/heap", "chapters/node/02.mdx", "3.2", "The Heap"};
  text.source = {source, source};
  text.document = text.source;
  text.blocks = std::move(blocks);
  return text;
}

std::vector<std::string> words(const std::vector<TextChange>& changes) {
  std::vector<std::string> out;
  for (const TextChange& change : changes) out.push_back(change.words);
  return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("blocks are told by their kind and line") {
  const RecordedText before = text_of({block("paragraph", 5, 1), block("heading", 41, 2), block("code-block", 60, 3)}, 1);
  SECTION("one that is another now") {
    const RecordedText now = text_of({block("paragraph", 5, 1), block("heading", 41, 20), block("code-block", 60, 3)}, 2);
    CHECK(words(text_changes(before, now)) == Words{"heading at 02.mdx:41 changed"});
  }
  SECTION("one more, which moves the lines of the others") {
    const RecordedText now =
        text_of({block("paragraph", 5, 1), block("paragraph", 7, 9), block("heading", 43, 2), block("code-block", 62, 3)}, 2);
    CHECK(words(text_changes(before, now)) == Words{"paragraph at 02.mdx:7 added"});
  }
  SECTION("one less, at the line where it was, shown where the next one is") {
    const RecordedText now = text_of({block("heading", 39, 2), block("code-block", 58, 3)}, 2);
    const auto changes = text_changes(before, now);
    REQUIRE(words(changes) == Words{"paragraph at 02.mdx:5 removed"});
    CHECK(changes.front().line == 39);
  }
  SECTION("another kind in the place") {
    const RecordedText now = text_of({block("paragraph", 5, 1), block("heading", 41, 2), block("table", 60, 8)}, 2);
    CHECK(words(text_changes(before, now)) == Words{"table at 02.mdx:60 added", "code at 02.mdx:60 removed"});
  }
  SECTION("all gone") { CHECK(text_changes(before, text_of({}, 2)).size() == 3); }
}

TEST_CASE("one block among a thousand that are alike is found") {
  std::vector<RecordedBlock> blocks;
  for (std::uint32_t i = 0; i < 1000; ++i) blocks.push_back(block("paragraph", i + 1, i % 7));
  const RecordedText before = text_of(blocks, 1);
  blocks.insert(blocks.begin() + 500, block("paragraph", 501, 99));
  blocks.erase(blocks.begin() + 200);
  const auto changes = block_changes(before, text_of(blocks, 2));
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].words == "paragraph at 02.mdx:201 removed");
  CHECK(changes[1].words == "paragraph at 02.mdx:501 added");
}

TEST_CASE("what a text says at its beginning is told with both values") {
  RecordedText before = text_of({}, 1), now = before;
  now.number = "3.3";
  now.title = "The Heap, Again";
  before.words = {{"standfirst", ""}};
  now.words = {{"standfirst", "Where objects live."}};
  CHECK(words(text_changes(before, now)) == Words{"its number is \"3.3\", was \"3.2\"",
                                                  "its title is \"The Heap, Again\", was \"The Heap\"",
                                                  "its standfirst is \"Where objects live.\", was nothing"});
}

TEST_CASE("pictures and references that changed elsewhere are told") {
  RecordedText before = text_of({block("figure", 9, 1)}, 1);
  before.blocks.front().pictures = {"figures/heap.svg"};
  before.pictures = {{"figures/heap.svg", {1, 1}}};
  before.references = {{"node/loop#fig:loop", "Figure 3.1"}};
  RecordedText now = before;
  now.pictures["figures/heap.svg"] = {2, 2};
  now.references["node/loop#fig:loop"] = "Figure 3.2";
  CHECK(words(text_changes(before, now)) ==
        Words{"its reference to `fig:loop` reads \"Figure 3.2\", was \"Figure 3.1\"", "picture figures/heap.svg changed"});
  now.pictures["figures/heap.svg"] = {};
  CHECK(words(text_changes(before, now)).back() == "picture figures/heap.svg is missing now");
}

TEST_CASE("a change that shows in no block is told as such") {
  const RecordedText before = text_of({block("paragraph", 5, 1)}, 1);
  CHECK(words(text_changes(before, text_of({block("paragraph", 5, 1)}, 2))) == Words{"its file changed where nothing is printed"});
  RecordedText now = before;
  now.document = {9, 9};
  CHECK(words(text_changes(before, now)) == Words{"what it refers to in other texts changed"});
  CHECK(text_changes(before, before).empty());
}

TEST_CASE("neighbours to which the same has been done are told together") {
  const RecordedText before = text_of({block("paragraph", 5, 1)}, 1);
  const RecordedText now = text_of({block("paragraph", 3, 7), block("paragraph", 5, 1), block("paragraph", 7, 8), block("paragraph", 9, 9),
                                    block("code-block", 11, 4), block("code-block", 15, 5)},
                                   2);
  CHECK(words_of(text_changes(before, now)) == Words{"3 paragraphs at 02.mdx:3-9 added", "2 listings at 02.mdx:11-15 added"});
}

TEST_CASE("a reference that leads nowhere now, or somewhere again, is told") {
  RecordedText before = text_of({}, 1), now = before;
  now.references = {{"node/loop#fig:loop", "Figure 3.1"}};
  CHECK(words(text_changes(before, now)) == Words{"its reference to `fig:loop` leads there now"});
  CHECK(words(text_changes(now, before)) == Words{"its reference to `fig:loop` leads nowhere now"});
  CHECK_FALSE(is_read_anew(before, now));
}

TEST_CASE("places are called as authors know them") {
  CHECK(name_of_place("node/heap#fig:heap") == "`fig:heap`");
  CHECK(name_of_place("node/heap#growth") == "`node/heap#growth`");
  CHECK(name_of_place("node/heap#growth", "node/heap") == "`#growth`");
  CHECK(name_of_place("node/heap") == "`node/heap`");
}
