#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "flowed.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::size_t paths_in(const GalleyRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.items.begin(), row.items.end(),
                    [](const FrameItem& item) { return std::holds_alternative<Path>(item.content); }));
}

}  // namespace

TEST_CASE("bullets hang before their items") {
  const Flowed f({bullets({"alpha", "beta"})});
  CHECK(f.run("alpha").origin.x == f.style.list_indent);
  CHECK(f.run("•").origin.x < f.style.list_indent);
  CHECK(f.run("•").origin.x > Length{});
  CHECK(f.run("•").origin.y == f.run("alpha").origin.y);
  CHECK(f.height() == Approx(2));
}

TEST_CASE("an item's further lines stand below its text") {
  const Flowed f({bullets({words(40)})});
  REQUIRE(f.galley.rows.size() > 1);
  CHECK(std::get<GlyphRun>(f.galley.rows[1].items.front().content).origin.x == f.style.list_indent);
}

TEST_CASE("a list has a line after it and none before") {
  const Flowed f({paragraph("alpha."), bullets({"one", "two"}), paragraph("omega.")});
  CHECK(f.lines_between("alpha", "one") == Approx(0));
  CHECK(f.lines_between("two", "omega") == Approx(1));
}

TEST_CASE("white after a list does not add up with a heading's") {
  const Flowed f({bullets({"one"}), heading(2, "Heading"), paragraph("omega.")});
  CHECK(f.lines_between("one", "omega") == Approx(3));
}

TEST_CASE("numbers end at one edge, with a full stop, and count from the start") {
  std::vector<ListItem> items;
  for (int i = 0; i < 4; ++i) items.push_back(item({paragraph("item")}));
  const Flowed f({list(std::move(items), ListNumbering::Decimal, 8)});
  const Length edge = f.style.list_number_edge;
  for (const char* number : {"8.", "9.", "10.", "11."}) {
    const GlyphRun& run = f.run(number);
    Length stop = run.width;
    // A mark's run ends in a space, so that it copies as "8. item".
    if (run.text.ends_with(" ")) {
      Shaper shaper(project_fonts());
      stop -= shaper.width(run.font, Features::Tabular, run.size, " ");
    }
    CHECK(abs(run.origin.x + stop - edge) < Length::pt(0.05));
  }
}

TEST_CASE("each level of a list has its bullet and its indent") {
  Block third = bullets({"gamma"}), second = list({item({paragraph("beta"), third})});
  const Flowed f({list({item({paragraph("alpha"), second})})});
  CHECK(f.run("alpha").origin.x == f.style.list_indent);
  CHECK(f.run("beta").origin.x == f.style.list_indent + f.style.list_step);
  CHECK(f.run("gamma").origin.x == f.style.list_indent + 2 * f.style.list_step);
  CHECK(all_text_of(f.row_of_text("alpha").items).starts_with("•"));
  CHECK(all_text_of(f.row_of_text("beta").items).starts_with("–"));
  CHECK(all_text_of(f.row_of_text("gamma").items).starts_with("·"));
  CHECK(f.height() == Approx(3));
}

TEST_CASE("a nested list leaves no white behind") {
  const Flowed f({list({item({paragraph("alpha"), bullets({"beta"})}), item({paragraph("gamma")})})});
  CHECK(f.lines_between("beta", "gamma") == Approx(0));
}

TEST_CASE("items of several paragraphs: flush, with a line between") {
  List loose;
  loose.tight = false;
  loose.items = {item({paragraph("alpha."), paragraph("beta.")}), item({paragraph("gamma.")})};
  const Flowed f({Block{0, {}, loose}});
  CHECK(f.run("beta").origin.x == f.style.list_indent);
  CHECK(f.lines_between("alpha", "beta") == Approx(1));
  CHECK(f.lines_between("beta", "gamma") == Approx(1));
}

TEST_CASE("task boxes are drawn, ticked if done, and their items stand like others") {
  const Flowed f({list({item({paragraph("open")}, false), item({paragraph("done")}, true)})});
  CHECK(paths_in(f.row_of_text("open")) == 1);
  CHECK(paths_in(f.row_of_text("done")) == 2);
  CHECK(f.run("open").origin.x == f.style.list_indent);
  for (const FrameItem& item : f.row_of_text("done").items)
    if (const auto* path = std::get_if<Path>(&item.content))
      for (const PathSegment& s : path->segments)
        if (s.kind != PathSegment::Kind::Close) {
          CHECK(s.points[0].x >= Length{});
          CHECK(s.points[0].x < f.style.list_indent);
        }
}

TEST_CASE("task boxes are labels that say what they show") {
  const Flowed f({list({item({paragraph("open")}, false), item({paragraph("done")}, true)})});
  for (const auto& [words, said] : {std::pair{"open", "To do"}, {"done", "Done"}})
    for (const FrameItem& item : f.row_of_text(words).items)
      if (std::holds_alternative<Path>(item.content)) {
        CHECK(f.tags.nodes.at(item.tag).role == TagRole::Lbl);
        CHECK(f.tags.nodes.at(item.tag).alt == said);
      }
}
TEST_CASE("a nested task list's boxes stand before their own items") {
  const Flowed f({list({item({paragraph("outer"), list({item({paragraph("inner")}, false)})})})});
  const Length text = f.run("inner").origin.x;
  for (const FrameItem& item : f.row_of_text("inner").items)
    if (const auto* path = std::get_if<Path>(&item.content)) {
      CHECK(path->segments[0].points[0].x > f.style.list_indent - Length::pt(0.1));
      CHECK(path->segments[1].points[0].x < text);
    }
}

TEST_CASE("an item without text still shows its mark") {
  const Flowed f({list({item({}), item({paragraph("beta")})})});
  CHECK(f.height() == Approx(2));
  CHECK(all_text_of(f.galley.rows[0].items).starts_with("•"));
}

TEST_CASE("a listing in an item stands in the item's column") {
  const Flowed f({list({item({paragraph("alpha:"), code_block(code_lines(2))}), item({paragraph("beta")})})});
  CHECK(f.run("line1();").origin.x >= f.style.list_indent + f.style.code_indent);
}

TEST_CASE("an item that begins with a listing has its bullet beside the first line of code") {
  const Flowed f({list({item({code_block(code_lines(2))})})});
  const std::size_t row = f.find("•");
  CHECK(row == f.find("line1();"));
  CHECK(f.run("•").origin.y.points() == Approx(f.run("line1();").origin.y.points()).margin(0.5));
}

TEST_CASE("the first item stays with its lead-in sentence") {
  const Flowed f({paragraph("As follows:"), bullets({"alpha", "beta"})});
  CHECK(f.row_of_text("alpha").break_cost >= kBreakBad);
}

TEST_CASE("lists are tagged with labels and bodies") {
  const Flowed f({list({item({paragraph("alpha")})}, ListNumbering::Decimal)});
  std::vector<TagRole> roles;
  for (const TagNode& tag : f.tags.nodes) roles.push_back(tag.role);
  CHECK(roles == std::vector<TagRole>{TagRole::Sect, TagRole::L, TagRole::LI, TagRole::Lbl, TagRole::LBody,
                                      TagRole::P});
  CHECK(f.tags.nodes[1].ordered);
}
