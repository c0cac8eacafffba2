#include <catch2/catch.hpp>

#include "flowed.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// Lines that a heading takes between two paragraphs, its white included.
double lines_of(int level, const std::string& words_of_it) {
  const Flowed f({paragraph("alpha."), heading(level, words_of_it), paragraph("omega.")});
  return f.lines_between("alpha", "omega");
}

const std::string kTwoLines = "A heading of so many words that it cannot stand on one line";

}  // namespace

TEST_CASE("headings take whole lines: four, two, two") {
  CHECK(lines_of(2, "Heading") == Approx(4));
  CHECK(lines_of(3, "Heading") == Approx(2));
  CHECK(lines_of(4, "Heading") == Approx(2));
}

TEST_CASE("an H2 on two lines takes five") { CHECK(lines_of(2, kTwoLines) == Approx(5)); }

TEST_CASE("a heading is set in the face of its level, ragged and not hyphenated") {
  const Flowed f({heading(2, "Second"), heading(3, "Third"), heading(4, "Fourth"), paragraph("alpha.")});
  CHECK(f.run("Second").size == f.style.h2.size);
  CHECK(project_fonts().entry(f.run("Second").font).family == f.style.family_sans);
  CHECK(f.run("Third").size == f.style.h3.size);
  CHECK(project_fonts().entry(f.run("Fourth").font).family == f.style.family_sans);
  CHECK(f.run("Fourth").size == f.style.h4.size);
}

TEST_CASE(
    "white above a heading is dropped at the top of a page, grows with no other's, and above an H2 may shrink, above an H3 gain a line") {
  const Flowed f({paragraph("alpha."), heading(2, "Second"), paragraph("beta."), heading(3, "Third"), paragraph("gamma."),
                  heading(4, "Fourth"), paragraph("delta.")});
  CHECK(f.row_of_text("Second").space_before > 0);
  CHECK(f.row_of_text("Second").shrink_before == 1);
  for (const char* words : {"Third", "Fourth"}) CHECK(f.row_of_text(words).shrink_before == 0);
  CHECK(f.row_of_text("Third").grow_before == 1);
  for (const char* words : {"Second", "Fourth"}) CHECK(f.row_of_text(words).grow_before == 0);
  for (const char* words : {"Second", "Third", "Fourth"}) CHECK(f.row_of_text(words).stretch_before == 0);
}

TEST_CASE("white that grows between a table and a heading is seen") {
  const Flowed f({paragraph("alpha."), table({{"a", "b"}, {"one", "two"}}), heading(3, "Heading"), paragraph("beta."),
                  table({{"a", "b"}, {"three", "four"}}), paragraph("omega.")});
  CHECK(f.row_of_text("Heading").stretch_before == 1);
  CHECK(!f.row_of_text("Heading").stretches_well);
  CHECK(f.row_of_text("omega").stretch_before == 1);
  CHECK(f.row_of_text("omega").stretches_well);
}

TEST_CASE("at the top of a page a heading stands where text of its leading would, and what follows is on the grid") {
  for (const int level : {2, 3, 4}) {
    const Flowed f({paragraph("alpha."), heading(level, "Heading"), paragraph("omega.")});
    const std::size_t row = f.find("Heading");
    const PlacedSegment placed = place_segment(f.galley, f.style.leading, row, row + 2, {});
    const Length leading = level == 2 ? f.style.h2.leading : f.style.leading;
    CHECK(placed.rows[0].y + f.galley.rows[row].baseline == leading - f.style.baseline_drop);
    CHECK(placed.rows[1].y == f.style.leading * (level == 2 ? 2 : 1));
  }
}

TEST_CASE("white above a heading does not add up with that below an alert or a list") {
  for (const int level : {2, 3}) {
    const Flowed text({paragraph("alpha."), heading(level, "Heading")});
    const Flowed noted({paragraph("alpha."), alert(AlertKind::Note, {paragraph("beta.")}), heading(level, "Heading")});
    CHECK(noted.lines_between("beta", "Heading") == Approx(text.lines_between("alpha", "Heading")));
    const Flowed listed({paragraph("alpha."), bullets({"beta"}), heading(level, "Heading")});
    CHECK(listed.lines_between("beta", "Heading") < text.lines_between("alpha", "Heading") + 1);
  }
}

TEST_CASE("the column does not begin with white") {
  const Flowed f({heading(2, "Heading"), paragraph("alpha.")});
  CHECK(f.galley.rows.front().space_before == 0);
}

TEST_CASE("a heading stays with the next row") {
  const Flowed f({heading(2, "Heading"), paragraph(words(60))});
  CHECK(f.galley.rows[1].break_cost == kBreakForbidden);
  CHECK(f.galley.rows[2].break_cost == kBreakForbidden);
}

TEST_CASE("a heading keeps two lines of what follows, be they items of a list") {
  const Flowed f({heading(2, "Heading"), paragraph("alpha."), paragraph("beta."), heading(3, "Next"), paragraph("gamma.")});
  CHECK(f.row_of_text("beta").break_cost == kBreakBad);
  CHECK(f.row_of_text("Next").break_cost == kBreakFree);
  const Flowed one({heading(2, "Heading"), paragraph("alpha."), heading(2, "Next"), paragraph("gamma.")});
  CHECK(one.row_of_text("Next").break_cost == kBreakFree);
}

TEST_CASE("a heading below a heading keeps only its space after") {
  const Flowed f({paragraph("alpha."), heading(2, "Upper"), heading(2, "Lower"), paragraph("omega.")});
  const GalleyRow& lower = f.row_of_text("Lower");
  CHECK(lower.space_before == 0);
  CHECK(lower.shrink_before == 0);
  CHECK(lower.break_cost == kBreakForbidden);
  CHECK(f.lines_between("alpha", "omega") == Approx(6));  // 4 and 2, where each alone has 4
}

TEST_CASE("a heading is a destination and, at level 2, the running head") {
  const Flowed f({heading(2, "Second", "a"), paragraph("x"), heading(3, "Third", "b"), paragraph("y")});
  REQUIRE(f.row_of_text("Second").places.size() == 1);
  CHECK(f.row_of_text("Second").places[0].name == "one#a");
  CHECK(f.row_of_text("Second").section == "Second");
  CHECK(f.row_of_text("Third").places[0].name == "one#b");
  CHECK(f.row_of_text("Third").section.empty());
}

TEST_CASE("code in a heading is plain in the running head") {
  Block block = heading(2, "");
  std::get<Heading>(block.content).children = {text("What "), code("pause()"), text(" does")};
  const Flowed f({block, paragraph("x")});
  CHECK(f.galley.rows[0].section == "What pause() does");
}

TEST_CASE("headings are tagged by their level") {
  const Flowed f({heading(2, "Second"), heading(3, "Third"), heading(4, "Fourth"), heading(5, "Fifth"), paragraph("x"), heading(6, "Sixth"),
                  paragraph("y")});
  for (const TagRole role : {TagRole::H2, TagRole::H3, TagRole::H4, TagRole::H5, TagRole::H6}) {
    bool found = false;
    for (const TagNode& tag : f.tags.nodes) found = found || tag.role == role;
    CHECK(found);
  }
}

TEST_CASE("headings of the two lowest levels run into their paragraph") {
  const Flowed f({paragraph("alpha."), heading(5, "Fifth"), paragraph("beta goes on."), heading(6, "Sixth?"), paragraph("gamma goes on.")});
  CHECK(f.find("Fifth") == f.find("beta"));
  CHECK(text_of(f.row_of_text("Fifth").items) == "Fifth.\u2003beta goes on.");
  CHECK(text_of(f.row_of_text("Sixth").items) == "Sixth?\u2003gamma goes on.");  // no stop after its own
  CHECK(f.lines_between("alpha", "Fifth") == Approx(1));
  CHECK(f.lines_between("Fifth", "Sixth") == Approx(0));
  CHECK(f.run("Fifth").origin.x == Length{});
  CHECK(project_fonts().entry(f.run("Fifth").font).family == f.style.family_sans);
  CHECK(project_fonts().entry(f.run("Sixth").font).italic);
}

TEST_CASE("a run-in heading without a paragraph stands alone") {
  const Flowed f({heading(5, "Fifth"), code_block("x")});
  CHECK(f.run("Fifth").origin.x == Length{});
  CHECK(f.row_of_text("x").break_cost == kBreakForbidden);
}
