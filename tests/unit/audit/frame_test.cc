#include <catch2/catch.hpp>

#include "made_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;
using enum FaultCode;

TEST_CASE("what stands outside the text block is found on every side") {
  MadeVolume made;
  made.page();
  const TagId tag = made.add(TagRole::P);
  made.put(tag, "twenty letters fit it", 1);  // 21
  made.put(tag, "left", 2, -1_pt);
  made.last().items.push_back({kArtifact, 0, 0, 0, Fill{{50_pt, 30_pt, 10_pt, 1_pt}, ColourRole::Rule}});
  made.last().items.push_back({kArtifact, 0, 0, 0, Fill{{50_pt, 150_pt, 10_pt, 11_pt}, ColourRole::Rule}});
  CHECK(made.count(OutsideFrame) == 4);
}

TEST_CASE("punctuation may hang, letters may not") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::P), "nineteen letters so,", 1, 2_pt);
  CHECK(made.count(OutsideFrame) == 0);
  made.put(made.add(TagRole::P), "nineteen letters so,", 2, 3_pt);
  CHECK(made.count(OutsideFrame) == 1);
  made.put(made.add(TagRole::P), "nineteen letters soo", 3, 2_pt);
  CHECK(made.count(OutsideFrame) == 2);
}

TEST_CASE("the space at a line's end is no ink") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::P), "twenty letters fitt ", 1, 10_pt);
  CHECK(made.count(OutsideFrame) == 0);
}

TEST_CASE("drawings and pictures are held by the block as well") {
  MadeVolume made;
  made.page();
  Path path;
  path.segments = {{PathSegment::Kind::Move, {Point{60_pt, 60_pt}}}, {PathSegment::Kind::Line, {Point{260_pt, 60_pt}}}};
  made.last().items.push_back({kArtifact, 0, 0, 0, path});
  const TagId figure = made.add(TagRole::Figure);
  made.tags().nodes[figure].alt = "a square";
  made.last().items.push_back({figure, 1, 0, 0, PlacedPicture{nullptr, {40_pt, 60_pt, 20_pt, 20_pt}}});
  CHECK(made.count(OutsideFrame) == 2);
}

TEST_CASE("text that runs into text on its line is found") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::TD), "a wide cell", 1);
  made.put(made.add(TagRole::TD), "next", 1, 100_pt);
  CHECK(made.count(TextOverlap) == 1);
  made.put(made.add(TagRole::TD), "below", 2, 100_pt);
  CHECK(made.count(TextOverlap) == 1);
}

TEST_CASE("a baseline of running text stands on the grid") {
  MadeVolume made;
  made.page();
  const TagId tag = made.add(TagRole::P);
  made.put(tag, "on it", 1);
  made.put(tag, "on it", 2);
  CHECK(made.count(OffGrid) == 0);
  made.put(tag, "a little below", 3.1);
  CHECK(made.count(OffGrid) == 1);
}

TEST_CASE("a list's text stands half a line off the grid, or on it, and nothing else does") {
  MadeVolume made;
  made.page();
  const TagId list = made.add(TagRole::L);
  made.put(made.item(list), "between", 1.5);
  made.put(made.item(list), "on it", 4);
  made.put(made.add(TagRole::P, made.tags().nodes[made.item(list)].parent), "behind it", 5.5);
  CHECK(made.count(OffGrid) == 0);
  made.put(made.item(list), "neither", 6.25);
  CHECK(made.count(OffGrid) == 1);
  made.put(made.add(TagRole::P), "text", 7.5);
  made.put(made.add(TagRole::P, made.add(TagRole::BlockQuote)), "a quotation", 8.5);
  CHECK(made.count(OffGrid) == 3);
}

TEST_CASE("notes, cells, code and the key of its callouts have their own leading") {
  MadeVolume made;
  made.style.callout_key.size = 8_pt;
  made.page();
  made.put(made.add(TagRole::P), made.run("a key", {}, made.baseline(0.5), made.face("Block Sans"), 8_pt));
  made.put(made.add(TagRole::P, made.add(TagRole::Note)), "a note", 1.5);
  made.put(made.add(TagRole::TD), "a cell", 2.5);
  made.put_code(made.listing(), "code", 3.5);
  CHECK(made.count(OffGrid) == 0);
}

namespace {

FrameItem rule(const MadeVolume& made, Length x, Length y, Length width, Length height, NodeId node = 0) {
  return {kArtifact, node, 0, 0, Fill{{made.style.inner_margin(1) + x, y, width, height}, ColourRole::Text}};
}

FrameItem frame(const MadeVolume& made, Rect r) {
  using Kind = PathSegment::Kind;
  const Length left = made.style.inner_margin(1) + r.x, right = left + r.width;
  Path path;
  path.width = 1_pt;
  path.segments = {{Kind::Move, {Point{left, r.y}}},
                   {Kind::Line, {Point{right, r.y}}},
                   {Kind::Line, {Point{right, r.bottom()}}},
                   {Kind::Line, {Point{left, r.bottom()}}},
                   {Kind::Close, {}}};
  return {kArtifact, 0, 0, 0, std::move(path)};
}

}  // namespace

TEST_CASE("a rule that goes through words is found, whether it lies or stands or is a side of a frame") {
  MadeVolume made;
  made.page();
  const TagId cell = made.add(TagRole::TD);
  made.put(cell, "words of a head", 2);
  made.put(made.add(TagRole::TD), "words below", 3);
  const Length line = made.baseline(2);
  made.last().items.push_back(rule(made, {}, line - 5_pt, 200_pt, 0.75_pt));  // through the first line
  CHECK(made.count(RuleThroughText) == 1);
  made.last().items.push_back(rule(made, 25_pt, line - 20_pt, 2_pt, 60_pt));  // a bar through both: told once
  CHECK(made.count(RuleThroughText) == 2);
  made.last().items.push_back(frame(made, {5_pt, line - 30_pt, 180_pt, 26_pt}));  // its lower side
  CHECK(made.count(RuleThroughText) == 4);                                        // and its left one
  for (const Fault& fault : made.audit().faults)
    if (fault.code == RuleThroughText) CHECK(fault.detail == "through \"words of a head\"");
}

TEST_CASE("rules between lines, beside words, underlines and words struck out are no fault") {
  MadeVolume made;
  made.page();
  const TagId cell = made.add(TagRole::TD), deleted = made.add(TagRole::P);
  made.put(cell, "words of a row", 2);
  made.put(deleted, "struck out", 4);
  const Length line = made.baseline(2), struck = made.baseline(4);
  made.last().items.push_back(rule(made, {}, line - 9_pt, 200_pt, 0.75_pt));      // above
  made.last().items.push_back(rule(made, {}, line + 3_pt, 200_pt, 0.75_pt));      // below
  made.last().items.push_back(rule(made, 141_pt, line - 9_pt, 2_pt, 20_pt));      // a bar behind the last word
  made.last().items.push_back(rule(made, {}, line - 9_pt, 150_pt, 14_pt));        // a ground
  made.last().items.push_back(frame(made, {-2_pt, line - 9_pt, 144_pt, 12_pt}));  // a frame around it
  made.last().items.push_back(rule(made, {}, struck + 1.5_pt, 100_pt, 0.5_pt, made.tags().nodes[deleted].node));
  made.last().items.push_back(rule(made, {}, struck - 2.6_pt, 100_pt, 0.75_pt, made.tags().nodes[deleted].node));
  CHECK(made.count(RuleThroughText) == 0);
  // The rule of a title that reaches further than its words is none of theirs.
  made.last().items.push_back(rule(made, {}, struck - 2.6_pt, 200_pt, 0.75_pt, made.tags().nodes[deleted].node));
  CHECK(made.count(RuleThroughText) == 1);
}

TEST_CASE("a rule through turned words is found, one between their lines is not") {
  MadeVolume made;
  made.page();
  const TagId cell = made.add(TagRole::TD);
  GlyphRun upward = made.run("upward", {}, 150_pt, made.face());
  upward.origin.x += 50_pt;
  upward.turn = Turn::Left;  // from 150 to 90 down the page, its letters left of x = 50
  made.put(cell, upward);
  made.last().items.push_back(rule(made, 38_pt, 60_pt, 0.75_pt, 100_pt));
  made.last().items.push_back(rule(made, 53_pt, 60_pt, 0.75_pt, 100_pt));
  CHECK(made.count(RuleThroughText) == 0);
  made.last().items.push_back(rule(made, 45_pt, 60_pt, 0.75_pt, 100_pt));
  CHECK(made.count(RuleThroughText) == 1);
}
