#include "audit/rhythm.h"

#include <catch2/catch.hpp>

#include "made_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

using Values = std::map<int, std::size_t>;  // tenths of a point

// A page of a paragraph, a listing from `code` on and a paragraph on `below`: of the grid's lines of 12.
void put_listing(MadeVolume& made, double code, double below) {
  made.page();
  made.paragraph(1, 1);
  const TagId leaf = made.listing();
  made.put_code(leaf, "code();", code);
  made.put_code(leaf, "code();", code + 1);
  made.put(made.add(TagRole::P), "text", below);
}

// A list of two items from `line` on, inside `parent`.
TagId put_list(MadeVolume& made, double line, TagId parent = kRootTag) {
  const TagId list = made.add(TagRole::L, parent);
  made.put(made.item(list), "an item", line);
  made.put(made.item(list), "an item", line + 1);
  return list;
}

}  // namespace

TEST_CASE("rhythm: gaps around listings are measured where a paragraph is on the other side") {
  MadeVolume made;
  put_listing(made, 2.5, 5.5);
  put_listing(made, 2.75, 5.5);
  put_listing(made, 2.5, 6.5);  // 36: a line more than white that is not stretched can be
  const Rhythm rhythm = made.rhythm();
  CHECK(rhythm.above_listing.by_tenths() == Values{{180, 2}, {210, 1}});
  CHECK(rhythm.below_listing.by_tenths() == Values{{210, 1}, {240, 1}, {360, 1}});
  CHECK(rhythm.stretched == 1);
  CHECK(rhythm.listings == 3);
  CHECK(rhythm.split_listings == 0);
}

TEST_CASE("rhythm: a listing between headings, captions or cells has no gap to a paragraph") {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::H2), "Heading", 1);
  made.put_code(made.listing(), "code();", 3);
  made.put(made.add(TagRole::TD), "a cell", 5);
  const TagId div = made.add(TagRole::Div);
  const NodeId node = made.nodes;
  made.paragraph(6, 6);
  made.put(made.add(TagRole::Caption, div), "A caption", 7);
  made.put_code(made.tags().add(made.tags().add(div, TagRole::P, node), TagRole::Code, node), "code();", 9);
  CHECK(made.rhythm().above_listing.count() == 0);
  CHECK(made.rhythm().below_listing.count() == 0);
}

TEST_CASE("rhythm: blank rows at a listing's ends are none of the page's white") {
  const auto counted = [](const std::string& source) {
    MadeVolume made;
    made.page();
    made.paragraph(1, 1);
    CodeBlock code;
    code.text = source;
    const TagId div = made.add(TagRole::Div, code);
    made.put_code(made.tags().add(made.tags().add(div, TagRole::P, made.nodes), TagRole::Code, made.nodes), "code();", 4);
    made.paragraph(7, 7);
    const Rhythm rhythm = made.rhythm();
    return std::pair(rhythm.above_listing.count(), rhythm.below_listing.count());
  };
  CHECK(counted("  code();") == std::pair<std::size_t, std::size_t>(1, 1));
  CHECK(counted(" \ncode();") == std::pair<std::size_t, std::size_t>(0, 1));
  CHECK(counted("code();\n  ") == std::pair<std::size_t, std::size_t>(1, 0));
}

TEST_CASE("rhythm: gaps around lists, but for those at a page's ends and inside each other") {
  MadeVolume made;
  made.page();
  made.paragraph(1, 1);
  const TagId list = put_list(made, 2.5);
  put_list(made, 4.5, made.tags().nodes[made.item(list)].parent);  // nested
  made.paragraph(7, 7);
  made.paragraph(8, 8);
  put_list(made, 9);  // to the foot
  made.page();
  put_list(made, 1);  // from the top
  made.paragraph(4, 10);
  const Rhythm rhythm = made.rhythm();
  CHECK(rhythm.above_list.by_tenths() == Values{{180, 1}});
  CHECK(rhythm.below_list.by_tenths() == Values{{180, 1}});
}

TEST_CASE("rhythm: gaps above headings behind paragraphs, and pages where they differ") {
  const auto headings = [](double second) {
    MadeVolume made;
    made.page();
    made.paragraph(1, 1);
    made.put(made.add(TagRole::H3), "Heading", 3);
    made.paragraph(4, 4);
    made.put(made.add(TagRole::H3), "Heading", second);
    made.paragraph(8, 8);
    made.put(made.add(TagRole::H2), "Heading", 9.5);  // another level
    made.put(made.add(TagRole::H3), "Heading", 10);   // behind a heading
    return made.rhythm();
  };
  const Rhythm alike = headings(6), unlike = headings(7);
  CHECK(alike.above_heading.at(TagRole::H3).by_tenths() == Values{{240, 2}});
  CHECK(alike.above_heading.at(TagRole::H2).by_tenths() == Values{{180, 1}});
  CHECK(alike.pages_with_heads == 1);
  CHECK(alike.pages_with_unlike_heads == 0);
  CHECK(unlike.above_heading.at(TagRole::H3).by_tenths() == Values{{240, 1}, {360, 1}});
  CHECK(unlike.pages_with_unlike_heads == 1);
}

TEST_CASE("rhythm: the most frequent distance, the lesser of equals") {
  Distances gaps;
  for (const double gap : {32.5, 45.5, 45.5, 32.5, 20.0}) gaps.add(Length::pt(gap));
  CHECK(gaps.most_frequent() == Length::pt(32.5));
  CHECK(gaps.most_frequent_count() == 2);
  gaps.add(Length::pt(45.49));
  CHECK(gaps.most_frequent() == Length::pt(45.5));
  CHECK(gaps.most_frequent_count() == 3);
}

TEST_CASE("rhythm: gaps below alerts before text") {
  MadeVolume made;
  made.page();
  made.paragraph(1, 1);
  made.alert(AlertKind::Tip, 3);
  made.paragraph(6, 6);
  made.alert(AlertKind::Tip, 7);
  made.put(made.add(TagRole::H2), "Heading", 10);
  CHECK(made.rhythm().below_alert.by_tenths() == Values{{240, 1}});
}

TEST_CASE("rhythm: pages that are short, and whether the facing page is as short") {
  const Rhythm::ShortPages pages = of_depths({10, 9, 9, 8, 8, 7, 7, 7, 10, 3}).rhythm().short_pages;
  CHECK(pages.all == 9);
  CHECK(pages.by_one == 2);
  CHECK(pages.by_two == 2);
  CHECK(pages.by_more == 3);
  CHECK(pages.paired == 2);
  CHECK(pages.openers_with_holes == 0);
  CHECK(pages.others_with_holes == 0);
  const Rhythm::ShortPages holes = of_depths({6, 6, 7, 3}).rhythm().short_pages;
  CHECK(holes.openers_with_holes == 1);
  CHECK(holes.others_with_holes == 1);
}

TEST_CASE("rhythm: facing pages end within half a line of each other") {
  CHECK(of_depths({10, 10, 9, 3}).rhythm().spreads == 1);
  CHECK(of_depths({10, 10, 9, 3}).rhythm().unlike_ends == 1);
  CHECK(of_depths({10, 9, 9, 3}).rhythm().unlike_ends == 0);
  MadeVolume made = of_depths({10, 10, 9, 3});
  made.part().pages[2].items.push_back(
      {kArtifact, 0, 0, 0, Fill{{ems(5), Length::pt(140), ems(20), Length::pt(13)}, ColourRole::CodeGround}});
  CHECK(made.rhythm().unlike_ends == 0);  // a listing that ends 7 above the last line's edge
}

TEST_CASE("rhythm: contents, lists, title pages and an index are not text") {
  MadeVolume made = of_depths({10, 8, 10, 3});
  CHECK(made.rhythm().short_pages.all == 3);
  for (int i = 0; i < 40; ++i) made.put(made.add(TagRole::TocItem), "an entry", 9);
  CHECK(made.rhythm().short_pages.all == 0);
  MadeVolume title = of_depths({10, 8, 10, 3});
  title.part().key = "title";
  CHECK(title.rhythm().short_pages.all == 0);
}
