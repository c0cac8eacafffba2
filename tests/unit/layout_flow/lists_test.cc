#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "flowed.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::size_t paths_in(const GalleyRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.items.begin(), row.items.end(), [](const FrameItem& item) { return std::holds_alternative<Path>(item.content); }));
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

TEST_CASE("a list has half a line before it and half after") {
  const Flowed f({paragraph("alpha."), bullets({"one", "two"}), paragraph("omega.")});
  CHECK(f.lines_between("alpha", "one") == Approx(0.5));
  CHECK(f.lines_between("two", "omega") == Approx(0.5));
}

TEST_CASE("behind a heading a list begins at once, and what follows it is on the grid") {
  const Flowed f({paragraph("alpha."), heading(3, "Heading"), bullets({"one", "two"}), paragraph("omega.")});
  CHECK(f.placed.rows[f.find("one")].y == f.placed.rows[f.find("Heading")].y + f.row_of_text("Heading").height);
  CHECK(f.lines_between("two", "omega") == Approx(1));
}

TEST_CASE("white after a list does not add up with a heading's") {
  const Flowed f({bullets({"one"}), heading(2, "Heading"), paragraph("omega.")});
  CHECK(f.lines_between("one", "omega") == Approx(4));
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
  CHECK(f.lines_between("beta", "gamma") == Approx(0.5));
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
  CHECK(roles == std::vector<TagRole>{TagRole::Sect, TagRole::L, TagRole::LI, TagRole::Lbl, TagRole::LBody, TagRole::P});
  CHECK(f.tags.nodes[1].numbering == ListNumbering::Decimal);
}

namespace {

// Where the marks of the row begin and end; ends without their space.
struct Reach {
  Length left, right;
};
Reach number_reach(const Flowed& f, std::string_view number) {
  const GlyphRun& run = f.run(std::string(number) + " ");
  Shaper shaper(project_fonts());
  return {run.origin.x, run.origin.x + run.width - shaper.width(run.font, Features::Tabular, run.size, " ")};
}

Block counted(std::int32_t start, std::size_t items, ListNumbering numbering = ListNumbering::Decimal) {
  std::vector<ListItem> made;
  for (std::size_t i = 0; i < items; ++i) made.push_back(item({paragraph("item" + std::to_string(i) + "x")}));
  return list(std::move(made), numbering, start);
}

}  // namespace

TEST_CASE("the indent grows with the list's widest number, which stands in the frame and clear of its text") {
  struct Case {
    std::int32_t start;
    std::size_t items;
    ListNumbering numbering;
    const char* widest;
  };
  using enum ListNumbering;
  for (const auto& [start, items, numbering, widest] : {Case{98, 4, Decimal, "100."},
                                                        {999, 2, Decimal, "1000."},
                                                        {999'999'998, 2, Decimal, "999999999."},
                                                        {-12, 2, Decimal, "-12."},
                                                        {37, 3, LowerRoman, "xxxviii."},
                                                        {26, 3, UpperAlpha, "AB."},
                                                        {388, 1, UpperRoman, "CCCLXXXVIII."}}) {
    INFO(widest);
    const Flowed f({counted(start, items, numbering)});
    const Reach reach = number_reach(f, widest);
    const Length text = f.run("item0x").origin.x;
    CHECK(reach.left >= Length{} - Length::pt(0.01));
    CHECK(abs(text - reach.right - (f.style.list_indent - f.style.list_number_edge)) < Length::pt(0.05));
    CHECK(text >= f.style.list_indent);
    CHECK(f.run("item0x").origin.x == f.run("item" + std::to_string(items - 1) + "x").origin.x);  // one edge for all
  }
  // Numbers of two figures have room in the style's own indent.
  CHECK(Flowed({counted(98, 2)}).run("item0x").origin.x == Flowed().style.list_indent);
}

TEST_CASE("further lines hang below the words behind a wide number, and nested lists go on from there") {
  Block inner = counted(9, 2);
  Block outer = list({item({paragraph(words(40)), inner})}, ListNumbering::Decimal, 1234);
  const Flowed f({outer});
  const Length edge = f.run("one two").origin.x;
  CHECK(edge > f.style.list_indent);
  CHECK(std::get<GlyphRun>(f.galley.rows[1].items.front().content).origin.x == edge);
  CHECK(number_reach(f, "10.").left >= edge);
  CHECK(f.run("item0x").origin.x >= edge + f.style.list_step);
}

TEST_CASE("wide numbers stand in their cell and in their note") {
  Table made;
  made.columns.assign(2, ColumnAlignment::Default);
  TableRow row;
  row.cells = {{0, {}, {paragraph(words(30))}}, {0, {}, {counted(100, 2)}}};
  made.rows.push_back(row);
  const Flowed cell({Block{0, {}, made}});
  Length beside;  // the right end of the words in the cell before
  for (const FrameItem& i : cell.galley.rows[0].items)
    if (const auto* run = std::get_if<GlyphRun>(&i.content);
        run != nullptr && run->text.find("item") == std::string::npos && run->text.find("10") == std::string::npos)
      beside = std::max(beside, run->origin.x + run->width);
  CHECK(number_reach(cell, "100.").left >= beside);
  CHECK(cell.run("item0x").origin.x > number_reach(cell, "100.").right);

  const Flowed noted({paragraph(Inlines{text("marked"), note_mark(0)})}, {note({paragraph("words"), counted(100, 1)})});
  const Galley& body = *noted.galley.notes[0].body;
  Length words_at, number_at;
  for (const GalleyRow& r : body.rows)
    for (const FrameItem& i : r.items)
      if (const auto* run = std::get_if<GlyphRun>(&i.content)) {
        if (run->text == "words") words_at = run->origin.x;
        if (run->text == "100. ") number_at = run->origin.x;
      }
  CHECK(number_at >= words_at);
}

TEST_CASE("numbers are letters or end in a parenthesis where that is asked for, and the tag says which") {
  Block letters = counted(1, 2, ListNumbering::LowerAlpha), closed = counted(7, 1);
  std::get<List>(closed.content).parenthesis = true;
  const Flowed f({letters, closed});
  CHECK(f.run("a. ").text == "a. ");
  CHECK(f.run("b. ").text == "b. ");
  CHECK(f.run("7) ").text == "7) ");
  CHECK(f.tags.nodes[1].numbering == ListNumbering::LowerAlpha);
}

TEST_CASE("a task of a numbered list has its number before its box") {
  const Flowed f({list({item({paragraph("open")}, false), item({paragraph("done")}, true)}, ListNumbering::Decimal, 9)});
  const GalleyRow& row = f.row_of_text("done");
  CHECK(all_text_of(row.items).starts_with("10."));
  const Length ends = number_reach(f, "10.").right;
  CHECK(number_reach(f, "10.").left >= Length{});
  for (const FrameItem& i : row.items)
    if (const auto* path = std::get_if<Path>(&i.content))
      for (const PathSegment& s : path->segments)
        if (s.kind != PathSegment::Kind::Close) {
          CHECK(s.points[0].x > ends);
          CHECK(s.points[0].x < f.run("done").origin.x);
          CHECK(f.tags.nodes.at(i.tag).alt == "10. Done");
        }
}

TEST_CASE("an item's mark stands on the first line of whatever it begins with") {
  const auto mark_of = [](Blocks blocks) {
    const Flowed f({list({item(std::move(blocks))}, ListNumbering::Decimal)});
    const GalleyRow& row = f.galley.rows.at(0);
    std::optional<Length> mark, first;
    for (const FrameItem& i : row.items)
      if (const auto* run = std::get_if<GlyphRun>(&i.content)) {
        if (!mark) mark = run->origin.y;
        else first = first ? std::min(*first, run->origin.y) : run->origin.y;
      }
    REQUIRE(mark.has_value());
    return std::pair(*mark, first.value_or(Length{}));
  };
  Block titled = code_block(code_lines(2));
  std::get<CodeBlock>(titled.content).info.title = "server.js";
  Block captioned = table({{"a", "b"}, {"c", "d"}});
  std::get<Table>(captioned.content).number = "1.1";
  const std::vector<Blocks> beginnings = {{paragraph("words")},
                                          {heading(2, "Heading")},
                                          {heading(2, "A heading of many words that needs a second line in this column")},
                                          {heading(3, "Heading"), paragraph("words")},
                                          {heading(4, "Heading")},
                                          {heading(5, "Heading"), paragraph("words")},
                                          {code_block(code_lines(2))},
                                          {titled},
                                          {table({{"a", "b"}, {"c", "d"}})},
                                          {captioned},
                                          {alert(AlertKind::Note, {paragraph("words")})},
                                          {alert(AlertKind::Caution, {paragraph("words")})},
                                          {quote({paragraph("words")})},
                                          {bullets({"nested"})},
                                          {list({item({heading(2, "Deep")})})},
                                          {Block{0, {}, Details{{text("Summary")}, {paragraph("words")}}}},
                                          {Block{0, {}, Component{"X", "Title", ""}}}};
  for (std::size_t i = 0; i < beginnings.size(); ++i) {
    INFO("beginning " << i);
    const auto [mark, first] = mark_of(beginnings[i]);
    CHECK(mark == first);
  }
}

TEST_CASE("an item that begins with a picture has its mark beside the picture's top") {
  Flowed f;
  f.pictures["chapters/a.png"] = std::make_shared<const Picture>(Picture{PictureKind::Png, "", 10, 10, {Length::pt(100), Length::pt(100)}});
  Figure figure;
  figure.source = "a.png";
  figure.alt = "a square";
  f.flow({list({item({Block{0, {}, figure}})}, ListNumbering::Decimal)});
  CHECK(f.run("1. ").origin.y == f.style.text.leading - f.style.baseline_drop);
}

TEST_CASE("the marks of an item that begins with a high table leave its cells in their order") {
  Table made;
  made.columns.assign(2, ColumnAlignment::Default);
  TableRow row;
  row.cells = {{0, {}, {paragraph(words(200))}}, {0, {}, {paragraph("second cell " + words(200))}}};
  made.rows.push_back(row);
  const Flowed f({list({item({Block{0, {}, made}})}, ListNumbering::Decimal)});
  const GalleyRow& slice = f.galley.rows.at(0);
  REQUIRE(slice.part_ends.size() == 2);
  CHECK(slice.part_ends[1] == slice.items.size());
  for (std::size_t i = 0; i < slice.part_ends[0]; ++i) CHECK(all_text_of({slice.items[i]}).find("second") == std::string::npos);
}
