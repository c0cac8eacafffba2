#include "output/pdf/heading_tags.h"

#include <catch2/catch.hpp>

#include "unit/output_pdf/opened_pdf.h"
#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::vector<int> settled(const std::vector<int>& written) {
  HeadingLevels levels;
  std::vector<int> out;
  for (const int level : written) out.push_back(levels.next(level));
  return out;
}

}  // namespace

TEST_CASE("levels without gaps stay as they are") {
  CHECK(settled({1, 2, 3, 3, 2, 1, 2, 3, 4, 5, 6, 1}) == std::vector{1, 2, 3, 3, 2, 1, 2, 3, 4, 5, 6, 1});
}

TEST_CASE("the first heading is an H1, and skipped levels close up") {
  CHECK(settled({2, 3, 2, 1}) == std::vector{1, 2, 1, 1});
  CHECK(settled({1, 4, 4, 2, 4}) == std::vector{1, 2, 2, 2, 3});
  CHECK(settled({1, 6, 3, 6, 1}) == std::vector{1, 2, 2, 3, 1});
}

TEST_CASE("no run of levels ever skips one") {
  unsigned state = 1;
  std::vector<int> written;
  for (int i = 0; i < 2000; ++i) written.push_back(1 + static_cast<int>((state = state * 1664525 + 1013904223) >> 29) % 6);
  int before = 0;
  for (const int level : settled(written)) {
    CHECK(level >= 1);
    CHECK(level <= before + 1);
    before = level;
  }
}

TEST_CASE("tags are read each before its children, later children after earlier ones") {
  TagTree tree;
  const TagId a = tree.add(kRootTag, TagRole::P), b = tree.add(kRootTag, TagRole::P);
  const TagId in_b = tree.add(b, TagRole::Span), in_a = tree.add(a, TagRole::Note), deep = tree.add(in_a, TagRole::P);
  CHECK(reading_order(tree) == std::vector<TagId>{kRootTag, a, in_a, deep, b, in_b});
}

TEST_CASE("deep nesting needs no stack") {
  TagTree tree;
  TagId tag = kRootTag;
  for (int i = 0; i < 200'000; ++i) tag = tree.add(tag, TagRole::Div);
  CHECK(reading_order(tree).back() == tag);
}

TEST_CASE("headings of the file are in order over its parts; empty ones do not count") {
  PagedVolume volume = plain_volume();
  volume.parts.push_back(volume.parts[0]);
  TagTree& first = volume.parts[0].tags;
  const TagId title = first.add(kRootTag, TagRole::H2), deep = first.add(kRootTag, TagRole::H5);
  volume.parts[0].pages[0].items = std::vector<FrameItem>{text_item(title, 54, 60, "one"), text_item(deep, 54, 80, "two")};
  TagTree& second = volume.parts[1].tags;
  second.add(kRootTag, TagRole::H1);  // without ink
  const TagId next = second.add(kRootTag, TagRole::H6);
  volume.parts[1].pages[0].items = std::vector<FrameItem>{text_item(next, 54, 60, "three")};
  CHECK(OpenedPdf(written(volume)).structure() == "Document\n  Sect\n    H1 0:0\n    H2 0:1\n  Sect\n    H3 1:0\n");
}
