#include <catch2/catch.hpp>

#include "flowed.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Block marked(std::uint32_t mark) { return paragraph(Inlines{text("marked"), note_mark(mark)}); }

std::string text_of_note(const GalleyNote& note) {
  std::string out;
  for (const GalleyRow& row : note.body->rows) out += text_of(row.items);
  return out;
}

}  // namespace

TEST_CASE("a note hangs on the row of its mark, in its own size") {
  const Flowed f({paragraph("alpha."), marked(0)}, {note({paragraph("the note itself")})});
  CHECK(f.galley.rows[0].notes.empty());
  REQUIRE(f.galley.rows[1].notes.size() == 1);
  const GalleyNote& made = f.galley.notes[f.galley.rows[1].notes[0]];
  CHECK(text_of_note(made) == "1 the note itself");
  for (const GalleyRow& row : made.body->rows) CHECK(row.height == f.style.note.leading);
  CHECK(f.row_of_text("marked").height == f.style.leading);
}

TEST_CASE("a mark is superior figures and a link to its note") {
  const Flowed f({marked(0)}, {note({paragraph("the note itself")})});
  CHECK(text_of(f.galley.rows[0].items) == "marked1");
  REQUIRE(f.galley.rows[0].links.size() == 1);
  CHECK(destination_name(std::get<InternalTarget>(f.galley.rows[0].links[0].target)) == "one#fn-1");
  const GalleyNote& made = f.galley.notes[0];
  REQUIRE_FALSE(made.body->rows[0].places.empty());
  CHECK(made.body->rows[0].places[0].name == "one#fn-1");
}

TEST_CASE("a note's text hangs behind its number") {
  const Flowed f({marked(0)}, {note({paragraph(words(60))})});
  const auto& rows = f.galley.notes[0].body->rows;
  REQUIRE(rows.size() > 1);
  const auto& number = std::get<GlyphRun>(rows[0].items[0].content);
  CHECK(number.text == "1 ");
  CHECK(number.origin.x == Length{});
  const auto& first = std::get<GlyphRun>(rows[0].items[1].content);
  const auto& second = std::get<GlyphRun>(rows[1].items[0].content);
  CHECK(first.origin.x == second.origin.x);
  CHECK(first.origin.x > number.origin.x);
}

TEST_CASE("a number of three figures keeps as far from its text as one of two") {
  std::vector<Note> notes;
  Inlines marks;
  for (std::uint32_t n = 0; n < 100; ++n) {
    notes.push_back(note({paragraph("text")}));
    marks.push_back(note_mark(n));
  }
  const Flowed f({paragraph(std::move(marks))}, std::move(notes));
  REQUIRE(f.galley.notes.size() == 100);
  const auto gap = [&](std::size_t n) {
    const auto& items = f.galley.notes[n].body->rows[0].items;
    const auto& number = std::get<GlyphRun>(items[0].content);
    return std::get<GlyphRun>(items[1].content).origin.x - (number.origin.x + number.width);
  };
  CHECK(gap(99) == gap(98));
}

TEST_CASE("paragraphs of a note have no indent") {
  const Flowed f({marked(0)}, {note({paragraph("alpha."), paragraph("beta.")})});
  const auto& rows = f.galley.notes[0].body->rows;
  REQUIRE(rows.size() == 2);
  CHECK(std::get<GlyphRun>(rows[1].items[0].content).origin.x == std::get<GlyphRun>(rows[0].items[1].content).origin.x);
}

TEST_CASE("a note that nothing marks is not set") {
  const Flowed f({paragraph("alpha.")}, {note({paragraph("unused")})});
  CHECK(f.galley.notes.empty());
}

TEST_CASE("a note hangs on the row of its first mark alone; notes stand in the order of their marks") {
  const Flowed f({marked(1), marked(0), marked(1)}, {note({paragraph("alpha")}), note({paragraph(words(1200))})});
  CHECK(f.galley.rows[0].notes == std::vector<std::uint32_t>{0});
  CHECK(f.galley.rows[1].notes == std::vector<std::uint32_t>{1});
  CHECK(f.galley.rows[2].notes.empty());
  REQUIRE(f.galley.notes.size() == 2);
  CHECK(f.galley.notes[0].body->rows.size() > 60);  // it is the page that divides it
  CHECK(text_of_note(f.galley.notes[1]) == "1 alpha");
}

TEST_CASE("notes may hold code") {
  const Flowed f({marked(0)}, {note({paragraph("As follows:"), code_block("code();")})});
  CHECK(text_of_note(f.galley.notes[0]).find("code();") != std::string::npos);
}

namespace {

// Roles from the note's parent up to the root.
std::string place_of_note(const Flowed& f) {
  const std::vector<TagNode>& nodes = f.context.tags.nodes;
  const auto found = std::find_if(nodes.begin(), nodes.end(), [](const TagNode& n) { return n.role == TagRole::Note; });
  std::string out;
  for (TagId tag = found->parent; tag != kRootTag; tag = nodes[tag].parent) out += std::string(pdf_name(nodes[tag].role)) + " ";
  return out;
}

}  // namespace

TEST_CASE("in the structure a note stands in the block of its first mark") {
  CHECK(place_of_note(Flowed({paragraph("alpha."), marked(0), marked(0)}, {note({paragraph("beta")})})) == "P ");
  CHECK(place_of_note(Flowed({list({item({marked(0)})})}, {note({paragraph("beta")})})) == "P LBody LI L ");
  CHECK(place_of_note(Flowed({alert(AlertKind::Tip, {marked(0)})}, {note({paragraph("beta")})})) == "P Div ");
}

TEST_CASE("headings and links hold no notes, and a note without a mark hangs on the chapter") {
  CHECK(place_of_note(Flowed({{0, {}, Heading{2, {text("alpha"), note_mark(0)}, "here"}}}, {note({paragraph("beta")})})) == "");
  CHECK(place_of_note(Flowed({paragraph("alpha")}, {note({paragraph("beta")})})) == "");
}

TEST_CASE("a note's number stands on the first line of whatever the note begins with") {
  for (const Block& begins : {paragraph("words"), heading(2, "words"), code_block("words"), bullets({"words"}),
                              table({{"words", "b"}, {"c", "d"}}), alert(AlertKind::Note, {paragraph("words")})}) {
    const Flowed f({marked(0)}, {note({begins})});
    std::optional<Length> mark, first;
    for (const FrameItem& item : f.galley.notes[0].body->rows[0].items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
        if (!mark) mark = run->origin.y;
        else first = first ? std::min(*first, run->origin.y) : run->origin.y;
      }
    CHECK(mark == first);
  }
}
