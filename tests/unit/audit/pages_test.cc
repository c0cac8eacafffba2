#include <catch2/catch.hpp>

#include "made_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;
using enum FaultCode;

TEST_CASE("a page that is not the last is full, or as short as its facing page") {
  CHECK(of_depths({10, 10, 10, 3}).count(ShortPage) == 0);
  CHECK(of_depths({8, 10, 10, 3}).count(ShortPage) == 1);  // a first recto has no partner
  CHECK(of_depths({10, 8, 8, 3}).count(ShortPage) == 0);
  CHECK(of_depths({10, 8, 10, 3}).count(ShortPage) == 1);
}

TEST_CASE("facing pages end on one line, the last page excepted") {
  CHECK(of_depths({10, 10, 9, 3}).count(UnequalSpread) == 1);
  CHECK(of_depths({10, 9, 9, 3}).count(UnequalSpread) == 0);
  CHECK(of_depths({10, 10, 3}).count(UnequalSpread) == 0);
  CHECK(of_depths({9, 10, 10, 3}).count(UnequalSpread) == 0);  // 1 and 2 don't face each other
}

TEST_CASE("more than three lines are missing of no page but the last, also where its facing page is as short") {
  CHECK(of_depths({10, 7, 7, 3}).count(Hole) == 0);
  CHECK(of_depths({10, 6, 6, 3}).count(Hole) == 2);
  CHECK(of_depths({6, 10, 10, 3}).count(Hole) == 1);
}

TEST_CASE("facing pages may both run a line long where the style has room for it, and neither alone") {
  const auto counted = [](std::vector<int> depths, int limit, FaultCode fault) {
    MadeVolume made = of_depths(depths);
    made.style.long_by_limit = limit;
    made.style.trim_height = 300_pt;
    return made.count(fault);
  };
  CHECK(counted({10, 11, 11, 3}, 1, UnequalSpread) == 0);
  CHECK(counted({10, 11, 11, 3}, 1, OutsideFrame) == 0);
  CHECK(counted({10, 11, 10, 3}, 1, UnequalSpread) == 1);
  CHECK(counted({10, 11, 11, 3}, 0, OutsideFrame) == 2);
  MadeVolume low = of_depths({10, 11, 11, 3});  // its foot has no room
  low.style.long_by_limit = 1;
  CHECK(low.count(OutsideFrame) == 2);
}

namespace {

// The recto of the first spread begins on grid line `line`.
MadeVolume with_top_at(double line) {
  MadeVolume made = of_depths({10, 10});
  made.page();
  made.put(made.add(TagRole::P), "first", line);
  made.paragraph(3, 10);
  return made;
}

}  // namespace

TEST_CASE("facing pages begin alike, but for a last page and one that begins with a figure") {
  MadeVolume made = with_top_at(1.5), near = with_top_at(1.25), figured = with_top_at(1.5);
  CHECK(made.count(UnequalTops) == 0);  // the last
  const TagId figure = figured.add(TagRole::Figure);
  std::vector<FrameItem>& items = figured.last().items.edit();
  items.insert(items.begin(), {figure, 90, 0, 0, PlacedPicture{nullptr, {ems(6), 40_pt, ems(2), 12_pt}}});
  for (MadeVolume* volume : {&made, &near, &figured}) {
    volume->page();
    volume->paragraph(1, 3);
  }
  CHECK(made.count(UnequalTops) == 1);
  CHECK(made.audit().looked_at[static_cast<std::size_t>(UnequalTops)] == 1);
  CHECK(near.count(UnequalTops) == 0);
  CHECK(figured.count(UnequalTops) == 0);
}

TEST_CASE("what is repeated at the top of a page is its first line") {
  MadeVolume made = with_top_at(2);
  made.page();
  made.paragraph(1, 3);
  CHECK(made.count(UnequalTops) == 1);
  made.part().pages[2].items.push_back({kArtifact, 0, 0, 0, made.run("a head again", {}, made.baseline(1), made.face())});
  CHECK(made.count(UnequalTops) == 0);
}

TEST_CASE("a chapter does not take a leaf for a few lines") {
  const auto ends = [](std::vector<int> depths, bool blank) {
    MadeVolume made = of_depths(depths);
    if (blank) made.page().blank = true;
    return made.count(ShortEnd);
  };
  CHECK(ends({10, 10, 7}, true) == 1);
  CHECK(ends({10, 10, 8}, true) == 0);
  CHECK(ends({10, 10, 7}, false) == 0);  // the next text begins on its back
  CHECK(ends({10, 7}, true) == 0);       // on a back itself
}

TEST_CASE("a page that ends with a listing may end up to a line higher") {
  MadeVolume made = of_depths({10, 10, 8, 3});
  CHECK(made.count(UnequalSpread) == 1);
  made.part().pages[2].items.push_back({kArtifact, 0, 0, 0, Fill{{50_pt, 136_pt, 200_pt, 15_pt}, ColourRole::CodeGround}});
  CHECK(made.count(UnequalSpread) == 0);
}

TEST_CASE("notes fill their page, but for the white above them") {
  const auto with_note = [](int text) {
    MadeVolume made = of_depths({text, 10, 3});
    const TagId tag = made.add(TagRole::P, made.add(TagRole::Note));
    made.part().pages[0].items.push_back({tag, 50, 0, 0, made.run("note", {}, made.baseline(10), made.face())});
    return made.count(ShortPage);
  };
  CHECK(with_note(8) == 0);
  CHECK(with_note(4) == 1);
}

namespace {

// An opener, a verso and a recto with their furniture.
MadeVolume furnished(const std::string& verso, const std::string& recto) {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::H1), "Title", 1);
  made.furnish("");
  made.page();
  made.paragraph(1, 10);
  made.furnish(verso);
  made.page();
  made.put(made.add(TagRole::H2), "Section", 1);
  made.paragraph(2, 10);
  made.furnish(recto);
  return made;
}

}  // namespace

TEST_CASE("a recto's running head is the section in force at its end") {
  CHECK(furnished("9.1 Title", "Section").count(WrongHead) == 0);
  CHECK(furnished("9.1 Title", "Section \u00B7 Early access").count(WrongHead) == 0);
  CHECK(furnished("9.1 Title", "Sect\u2026").count(WrongHead) == 1);
  CHECK(furnished("9.1 Title", "Title").count(WrongHead) == 1);
  CHECK(furnished("9.1 Title", "").count(WrongHead) == 1);
}

TEST_CASE("before the first section a recto shows the chapter's title") {
  const auto before = [](const std::string& head) {
    MadeVolume made = furnished("9.1 Title", "Section");
    made.part().pages.pop_back();
    made.page();
    made.paragraph(1, 3);
    made.furnish(head);
    return made.count(WrongHead);
  };
  CHECK(before("Title") == 0);
  CHECK(before("Another") == 1);
}

TEST_CASE("a head may be cut where its words don't fit, and only there") {
  // 20 letters fit the measure; beside folio and gap there is room for 17.
  const auto with_section = [](const std::string& section, const std::string& recto) {
    MadeVolume made = furnished("9.1 Title", "");
    made.part().pages.pop_back();
    made.page();
    made.put(made.add(TagRole::H2), section, 1);
    made.paragraph(2, 10);
    made.furnish(recto);
    return made.count(WrongHead);
  };
  CHECK(with_section("Sections of many words", "Sections of many\u2026") == 0);
  CHECK(with_section("Sections of many words", "Sections\u2026") == 1);          // more would have fitted
  CHECK(with_section("Sections of many words", "Sections of none\u2026") == 1);  // other words
  CHECK(with_section("Sections of incomprehensibility", "Sections of\u2026") == 0);
  CHECK(with_section("One \u00B7 two", "One \u00B7 two") == 0);  // no suffix
}

TEST_CASE("before the first section a cut title is held against the chapter's own, not against what versos say") {
  MadeVolume made;
  made.with_document = true;
  made.document.title = {text("Titles of many words and more")};
  made.page();
  made.furnish("");
  made.page();
  made.furnish("9.1 Titles of\u2026");
  made.page();
  made.furnish("Titles of many\u2026");
  CHECK(made.count(WrongHead) == 0);
  made.page();
  made.furnish("9.1 Titles\u2026");  // beside a wider folio
  CHECK(made.count(WrongHead) == 0);
  made.page();
  made.furnish("Titles of none\u2026");
  CHECK(made.count(WrongHead) == 1);
  made.page();
  made.furnish("9.1 Tables\u2026");
  CHECK(made.count(WrongHead) == 2);
}

TEST_CASE("the letters of an index are no sections that heads name") {
  MadeVolume made;
  made.page();
  made.furnish("");
  made.page();
  made.furnish("Index");
  made.page();
  made.put(made.tags().add(made.add(TagRole::Index), TagRole::H2), "P", 1);
  made.paragraph(2, 10);
  made.furnish("Index");
  CHECK(made.count(WrongHead) == 0);
}

TEST_CASE("versos of a chapter have one head") {
  MadeVolume made = furnished("9.1 Title", "Section");
  made.page();
  made.paragraph(1, 3);
  made.furnish("9.2 Next");
  CHECK(made.count(WrongHead) == 1);
}

TEST_CASE("openers, blanks and title pages have no running head") {
  MadeVolume opener = furnished("9.1 Title", "Section");
  opener.part().pages[0].furniture.push_back({kArtifact, 0, 0, 0, opener.run("Title", ems(4), 20_pt, opener.face())});
  CHECK(opener.count(WrongHead) == 1);
  MadeVolume blank = furnished("9.1 Title", "Section");
  blank.page().blank = true;
  CHECK(blank.count(WrongHead) == 0);
  blank.furnish("9.1 Title");
  CHECK(blank.count(WrongHead) == 1);
  MadeVolume title;
  title.part().key = "title";
  title.page();
  title.put(title.add(TagRole::H1), "Title", 3);
  CHECK(title.count(WrongHead) + title.count(WrongFolio) == 0);
  title.furnish("Title");
  CHECK(title.count(WrongHead) == 1);
}

TEST_CASE("head and folio keep their distance") {
  MadeVolume made = furnished("9.1 Title", "Section");
  CHECK(made.count(CollidingHead) == 0);
  std::get<GlyphRun>(made.part().pages[1].furniture[1].content).origin.x = 70_pt;  // the folio ends at 60
  CHECK(made.count(CollidingHead) == 1);
  std::get<GlyphRun>(made.part().pages[1].furniture[1].content).origin.x = 200_pt;  // and the block at 250
  CHECK(made.count(CollidingHead) == 1);
}

TEST_CASE("the printed folio is the page's label") {
  MadeVolume made = furnished("9.1 Title", "Section");
  CHECK(made.count(WrongFolio) == 0);
  made.part().pages[2].label = "5";
  CHECK(made.count(WrongFolio) == 1);
}

namespace {

// A link of `role` on page 1 to a place on page 3: its words, and those behind it.
std::size_t misnumbered(TagRole role, const std::string& words, const std::string& after = {}) {
  MadeVolume made = of_depths({10, 10, 3});
  made.part().pages[2].destinations.push_back({"one#there", {}});
  const TagId block = made.add(role), link = made.tags().add(block, TagRole::Link);
  FrameItem item{link, 0, 0, 0, made.run(words, {}, made.baseline(12), made.face())};
  made.part().pages[0].items.push_back(item);
  if (!after.empty())
    made.part().pages[0].items.push_back(
        {made.tags().add(block, TagRole::Span), 0, 0, 0, made.run(after, ems(15), made.baseline(12), made.face())});
  made.part().pages[0].links.push_back({{}, InternalTarget{"one", "there"}, link, words});
  return made.count(WrongPageNumber);
}

}  // namespace

TEST_CASE("page numbers in contents, index and text are their targets' folios") {
  CHECK(misnumbered(TagRole::TocItem, "9.1 Title 3") == 0);
  CHECK(misnumbered(TagRole::TocItem, "9.1 Title 4") == 1);
  CHECK(misnumbered(TagRole::TocItem, "A Title,\u00A03") == 0);
  CHECK(misnumbered(TagRole::TocItem, "A Title,\u00A04") == 1);
  CHECK(misnumbered(TagRole::Index, "3") == 0);
  CHECK(misnumbered(TagRole::Index, "4") == 1);
  CHECK(misnumbered(TagRole::P, "a link", " (page\u00A03).") == 0);
  CHECK(misnumbered(TagRole::P, "a link", " (page\u00A07).") == 1);
  CHECK(misnumbered(TagRole::P, "page 7") == 1);
  CHECK(misnumbered(TagRole::P, "a link with 7 in it") == 0);
}

TEST_CASE("odd folios stand on rectos") {
  MadeVolume made = of_depths({10, 10, 10, 3});
  CHECK(made.count(WrongParity) == 0);
  CHECK(made.count(OddPageCount) == 0);
  made.part().pages[1].label = "3";
  CHECK(made.count(WrongParity) == 1);
  made.part().pages[1].label = "iv";
  CHECK(made.count(WrongParity) == 0);
  made.part().pages[1].label = "ix";
  CHECK(made.count(WrongParity) == 1);
  made.part().pages.pop_back();
  CHECK(made.count(OddPageCount) == 1);
}

TEST_CASE("three blank pages in a row are too many") {
  MadeVolume made = of_depths({10});
  for (int i = 0; i < 2; ++i) made.page().blank = true;
  CHECK(made.count(BlankPages) == 0);
  made.page().blank = true;
  CHECK(made.count(BlankPages) == 1);
}

TEST_CASE("text does not stand nearer to the spine than the style says") {
  MadeVolume made = of_depths({10, 3});
  CHECK(made.count(NarrowGutter) == 0);
  made.put(made.add(TagRole::P), "to the right edge 20", 4, 10_pt);  // the spine of a verso
  CHECK(made.count(NarrowGutter) == 1);
}
