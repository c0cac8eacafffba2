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
  made.put(tag, "twenty letters fit it", 1);                    // 21
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

TEST_CASE("notes, cells and code have their own leading") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::P, made.add(TagRole::Note)), "a note", 1.5);
  made.put(made.add(TagRole::TD), "a cell", 2.5);
  made.put_code(made.listing(), "code", 3.5);
  CHECK(made.count(OffGrid) == 0);
}
