// Looks inside a line: links, underlines, note marks, keys, scripts, pictures, runs and tags.
#include <algorithm>
#include <catch2/catch.hpp>

#include "set_text.h"

using namespace nbpublish;
using namespace nbpublish::literals;
using namespace nbpublish::testing;

namespace {

GlyphRun run_with(const SetLine& line, std::string_view words) {
  for (const GlyphRun& run : all_of_kind<GlyphRun>(line.items))
    if (run.text.find(words) != std::string::npos) return run;
  FAIL("no run with " << words);
  return {};
}

PicturePtr square(double side) {
  const Length size = Length::pt(side);
  return std::make_shared<const Picture>(Picture{PictureKind::Png, "", 10, 10, {size, size}});
}

}  // namespace

TEST_CASE("a link over line ends has one area on each line, with one tag, as wide as its words") {
  SetText set;
  set.set_on(10, {text("aa "), web_link({text("bbbb cccc dddd")}), text(" ee")});
  REQUIRE(set.lines.size() == 3);
  CHECK(set.lines[2].links.empty());
  TagId tag = kArtifact;
  const Length from[] = {ems(3), ems(0)}, to[] = {ems(7), ems(9)};
  for (std::size_t i = 0; i < 2; ++i) {
    REQUIRE(set.lines[i].links.size() == 1);
    const LinkArea& area = set.lines[i].links[0];
    CHECK(area.rect.x == from[i]);
    CHECK(area.rect.right() == to[i]);
    CHECK(area.rect.y < -5_pt);
    CHECK(area.rect.bottom() > 0_pt);
    CHECK(std::get<ExternalTarget>(area.target).url == "https://example.org/");
    CHECK(area.description == "bbbb cccc dddd");
    if (i == 0) tag = area.tag;
    CHECK(area.tag == tag);
  }
  CHECK(set.tags.nodes[tag].role == TagRole::Link);
}

TEST_CASE("neighbouring links have areas of their own") {
  SetText set;
  set.set({web_link({text("aa")}), web_link({text("bb")}), text(" "), web_link({text("cc")})});
  REQUIRE(set.lines[0].links.size() == 3);
  CHECK(set.lines[0].links[1].rect.x == ems(2));
  CHECK(set.lines[0].links[1].rect.width == ems(2));
  CHECK(set.lines[0].links[2].rect.x == ems(5));
}

TEST_CASE("an external link is underlined in one piece, an internal one is not") {
  SetText set;
  set.set({text("a "), web_link({text("bb "), emphasis("cc"), text(" "), code("dd")}), text(" e")});
  const auto fills = all_of_kind<Fill>(set.lines[0].items);
  REQUIRE(fills.size() == 1);
  CHECK(fills[0].rect == Rect{ems(2), 1.5_pt, ems(8), 0.5_pt});
  CHECK(fills[0].colour == ColourRole::Link);
  set.set({link_to(InternalTarget{"one", "x"}, "bb")});
  CHECK(all_of_kind<Fill>(set.lines[0].items).empty());
  CHECK(run_with(set.lines[0], "bb").colour == ColourRole::Link);
}

TEST_CASE("a struck link has one underline and one strike") {
  SetText set;
  set.set({struck({web_link({text("aa bb cc")})})});
  CHECK(all_of_kind<Fill>(set.lines[0].items).size() == 2);
  for (const Fill& fill : all_of_kind<Fill>(set.lines[0].items)) CHECK(fill.rect.width == ems(8));
}

TEST_CASE("strikeout runs through letters and spaces at their middle") {
  SetText set;
  set.set({text("a "), struck({text("bb cc")}), text(" d")});
  const auto fills = all_of_kind<Fill>(set.lines[0].items);
  REQUIRE(fills.size() == 1);
  CHECK(fills[0].rect.x == ems(2));
  CHECK(fills[0].rect.width == ems(5));
  CHECK((fills[0].rect.y < -1_pt && fills[0].rect.y > -5_pt));
}

TEST_CASE("an unresolved link is plain text; a link into another chapter says its page") {
  SetText set;
  CHECK(set.set({link_to(RawTarget{"nowhere"}, "aa")}) == Strings{"aa"});
  CHECK(set.lines[0].links.empty());
  set.pages.labels["two#x"] = "214";
  CHECK(set.set_on(30, {link_to(InternalTarget{"two", "x"}, "aa"), text(" b")}) == Strings{"aa (page 214) b"});
  CHECK(set.set_on(30, {link_to(InternalTarget{"two", "unknown"}, "aa")}) == Strings{"aa (page 000)"});
  CHECK(set.set_on(30, {link_to(InternalTarget{"one", "x"}, "aa")}) == Strings{"aa"});
  set.style.page_references = "none";
  CHECK(set.set_on(30, {link_to(InternalTarget{"two", "x"}, "aa")}) == Strings{"aa"});
}

TEST_CASE("a note's mark stands with its word, links to the note, and is told to the line") {
  SetText set;
  const Strings lines = set.set_on(8, {text("aaaa bbbb."), note_mark(6), text(" cc"), note_mark(0), text(" dd")});
  CHECK(lines == Strings{"aaaa ", "bbbb.7 ", "cc1 dd"});
  CHECK(set.lines[0].notes.empty());
  CHECK(set.lines[1].notes == std::vector<std::uint32_t>{6});
  CHECK(set.lines[2].notes == std::vector<std::uint32_t>{0});
  REQUIRE(set.lines[1].links.size() == 1);
  CHECK(std::get<InternalTarget>(set.lines[1].links[0].target).anchor == "fn-7");
  CHECK(set.tags.nodes[set.tags.nodes[set.lines[1].links[0].tag].parent].role == TagRole::Reference);
  for (int measure = 5; measure < 14; ++measure)
    for (const std::string& line :
         set.set_on(measure, {text("aa bbb—"), note_mark(0), text("cc-"), note_mark(1), text(" "), code("d"), note_mark(2)}))
      CHECK(std::string("123").find(line.front()) == std::string::npos);
}

TEST_CASE("marks that follow each other are parted by a comma, and stay with their word") {
  SetText set;
  for (int measure = 6; measure < 14; ++measure) {
    const Strings lines = set.set_on(measure, {text("aa bbb."), note_mark(2), note_mark(3), text(" cc")});
    std::string all;
    for (const std::string& line : lines) {
      all += line;
      CHECK(std::string("34,").find(line.front()) == std::string::npos);
    }
    CHECK(all == "aa bbb.3,4 cc");
  }
}

TEST_CASE("a key is one framed box and never breaks") {
  SetText set;
  const Strings lines = set.set_on(12, {text("aaa aa "), key("Ctrl + C"), text(" b")});
  CHECK(lines == Strings{"aaa aa ", "Ctrl + C b"});
  const auto frames = all_of_kind<Path>(set.lines[1].items);
  REQUIRE(frames.size() == 1);
  CHECK_FALSE(frames[0].filled);
  CHECK(set.lines[1].width == ems(10) + 5_pt);  // padding on both sides
  CHECK(run_with(set.lines[1], "Ctrl").origin.x == 2.5_pt);
  // The line's last space is copied behind a key as behind a word.
  CHECK(set.set_on(8, {key("Esc"), text(" aaaaa")}) == Strings{"Esc ", "aaaaa"});
}

TEST_CASE("a link's area holds the keys and pictures in it") {
  SetText set;
  set.pictures["chapters/a.png"] = square(10);
  set.set({web_link({{{}, InlineImage{"a.png", "alt"}}})});
  REQUIRE(set.lines[0].links.size() == 1);
  CHECK(set.lines[0].links[0].rect.width == 10_pt);
  set.set({web_link({key("ab")}), text(" c")});
  REQUIRE(set.lines[0].links.size() == 1);
  CHECK(set.lines[0].links[0].rect.width >= ems(2));
}

TEST_CASE("a picture in a line is no higher than the line; a missing one is its alternative text") {
  SetText set;
  set.pictures["chapters/a.png"] = square(48);
  set.pictures["chapters/small.png"] = square(5);
  set.set({text("aa "), {{}, InlineImage{"a.png", "alt"}}, text(" b "), {{}, InlineImage{"small.png", ""}}});
  const auto pictures = all_of_kind<PlacedPicture>(set.lines[0].items);
  REQUIRE(pictures.size() == 2);
  CHECK(pictures[0].rect.x == ems(3));
  CHECK(pictures[0].rect.width == 12_pt);
  CHECK(pictures[0].rect.height == 12_pt);
  CHECK(pictures[1].rect.width == 5_pt);
  CHECK(set.set({text("aa "), {{}, InlineImage{"gone.png", "alt words"}}}) == Strings{"aa alt words"});
  set.set({{{}, InlineImage{"a.png", "alt"}}});
  CHECK(set.tags.nodes.back().role == TagRole::Figure);
  CHECK(set.tags.nodes.back().alt == "alt");
}

TEST_CASE("a picture in a line is as wide or high as is asked, up to the line's measure, and keeps its proportions") {
  SetText set;
  set.pictures["chapters/a.png"] = square(48);
  const auto size_of = [&](FigureWidth width, Length height) {
    set.sink = {};
    set.set({text("aa "), {{3, 4, 3, 9}, InlineImage{"a.png", "alt", width, height}}});
    return all_of_kind<PlacedPicture>(set.lines[0].items).at(0).rect;
  };
  CHECK(size_of({0, 8_pt}, {}).height == 8_pt);
  CHECK(size_of({}, 9_pt).width == 9_pt);
  CHECK(size_of({0, 8_pt}, 4_pt).width == 4_pt);
  const auto is_told = [&] {
    const Strings all = told(set.sink);
    return std::count(all.begin(), all.end(), "figure-attribute 3:4");
  };
  CHECK(is_told() == 0);
  // What is higher than a line may be only where the caller makes room for it.
  CHECK(size_of({0, 30_pt}, {}).height == 12_pt);
  CHECK(is_told() == 1);
  const BaseStyle base{set.style.text, ColourRole::Text, Features::Text, {}, 200_pt};
  set.sink = {};
  const ParagraphText asked = flatten(set.context, {{{3, 4, 3, 9}, InlineImage{"a.png", "alt", {500, {}}, {}}}}, base, kRootTag);
  CHECK(asked.pictures.at(0).size.width == std::min(set.style.measure / 2, 200_pt));
  ParagraphRules rules;
  rules.measure = 60_pt;
  const std::vector<SetLine> lines = set_paragraph(set.context, asked, rules);
  CHECK(all_of_kind<PlacedPicture>(lines.at(0).items).at(0).rect.width == 30_pt);  // half of this measure
  CHECK(lines[0].rise == 28_pt);
}

TEST_CASE("super- and subscripts are smaller and shifted, and leave the rest alone") {
  SetText set;
  set.set({text("x"), {{}, Superscript{{text("2")}}}, text(" y"), {{}, Subscript{{text("i")}}}, text(" z")});
  CHECK(run_with(set.lines[0], "x").origin.y == 0_pt);
  const GlyphRun up = run_with(set.lines[0], "2"), down = run_with(set.lines[0], "i");
  CHECK(up.size == 7_pt);
  CHECK(up.origin.y < -2_pt);
  CHECK(down.size == 7_pt);
  CHECK(down.origin.y > 1_pt);
  CHECK(set.lines[0].width == ems(5) + 2 * 7_pt);
}

TEST_CASE("italic inside italic turns roman, strong inside strong bold, code in strong bold") {
  SetText set;
  const auto face_of = [&](std::string_view words) {
    const FontEntry& entry = set.context.fonts().entry(run_with(set.lines[0], words).font);
    return entry.family + " " + std::to_string(entry.weight) + (entry.italic ? " italic" : "");
  };
  set.set_on(60, {text("aa "),
                  emphasis("bb"),
                  {{}, Emphasis{{emphasis("cc"), text(" dd")}}},
                  text(" "),
                  strong("ee"),
                  {{}, Strong{{code("ff")}}},
                  code("gg")});
  CHECK(face_of("aa") == "Block Serif 400");
  CHECK(face_of("bb") == "Block Serif 400 italic");
  CHECK(face_of("cc") == "Block Serif 400");
  CHECK(face_of("dd") == "Block Serif 400 italic");
  CHECK(face_of("ee") == "Block Serif 600");
  CHECK(face_of("ff") == "Block Mono 700");
  CHECK(face_of("gg") == "Block Mono 400");
}

TEST_CASE("one look is one run: words and spaces together, fallback faces apart") {
  SetText set;
  set.set_on(40, {text("aaa bbb"), soft_break(), text("ccc → ddd")});
  const auto runs = all_of_kind<GlyphRun>(set.lines[0].items);
  REQUIRE(runs.size() == 3);
  CHECK(runs[0].text == "aaa bbb ccc ");
  CHECK(runs[1].text == "→");  // that face has no space
  CHECK(runs[2].text == " ddd");
  CHECK(runs[2].origin.x == ems(13));
  for (const GlyphRun& run : runs) {
    std::size_t bytes = 0, glyphs = 0;
    for (const GlyphCluster& cluster : run.clusters) bytes += cluster.bytes, glyphs += cluster.glyphs;
    CHECK(bytes == run.text.size());
    CHECK(glyphs == run.glyphs.size());
  }
  // Nor is the space at a line's end lost behind such a face.
  CHECK(set.set_on(4, {text("aa → bbbb")}) == Strings{"aa → ", "bbbb"});
}

TEST_CASE("tags: one plain span hangs on the paragraph, several on leaves of their own") {
  SetText set;
  set.set_on(40, {text("aa "), text("bb")});
  CHECK(set.tags.nodes.size() == 2);
  CHECK(set.lines[0].items[0].tag == 1);
  set.set_on(40, {text("aa "), code("bb"), text(" cc")});
  const auto& nodes = set.tags.nodes;
  std::vector<TagRole> roles;
  for (const FrameItem& item : set.lines[0].items) {
    roles.push_back(nodes[item.tag].role);
    CHECK(nodes[nodes[item.tag].parent].role == TagRole::P);
  }
  CHECK(roles == std::vector{TagRole::Span, TagRole::Code, TagRole::Span});
}
