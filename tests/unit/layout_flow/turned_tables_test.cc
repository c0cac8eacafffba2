// Tables that are turned.
#include <catch2/catch.hpp>

#include "flowed.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// `columns` columns that ask for `width` letters each.
Block wide_table(std::size_t columns, std::size_t width, std::size_t rows = 2) {
  std::vector<std::vector<std::string>> cells(rows, std::vector<std::string>(columns, std::string(width, 'm')));
  for (std::size_t r = 0; r < rows; ++r) cells[r][0] = "row" + std::to_string(r) + "x";
  Block made = table(cells);
  made.span = {5, 1, 9, 1};
  return made;
}

std::vector<GlyphRun> runs_of(const std::vector<FrameItem>& items) {
  std::vector<GlyphRun> runs;
  for (const FrameItem& item : items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) runs.push_back(*run);
  return runs;
}

std::vector<std::string> told(const DiagnosticSink& sink) {
  std::vector<std::string> words;
  for (const Diagnostic& d : sink.all()) words.push_back(std::string(word_of(d.code)));
  return words;
}

}  // namespace

TEST_CASE("a table is set as it is, smaller, turned, or with broken words, in this order") {
  CHECK(told(Flowed({wide_table(3, 9)}).sink).empty());
  CHECK(told(Flowed({wide_table(6, 2)}).sink).empty());  // many columns are no fault
  CHECK(told(Flowed({wide_table(6, 7)}).sink) == std::vector<std::string>{"table-smaller"});
  CHECK(told(Flowed({wide_table(6, 8)}).sink) == std::vector<std::string>{"table-turned"});
  const std::vector<std::string> broken = told(Flowed({wide_table(6, 30)}).sink);
  CHECK(broken == std::vector<std::string>{"table-too-wide"});  // once, not for each word
}

TEST_CASE("a turned table fills a page: it reads upward, its head at the left, its links and places with it") {
  Flowed f;
  Block wide = wide_table(6, 8, 3);
  auto& made = std::get<Table>(wide.content);
  made.rows[0].cells[1].blocks = {paragraph({link_to(ExternalTarget{"https://example.org"}, "mmmm")})};
  made.number = "3.1";
  made.label = "tbl:x";
  f.flow({paragraph("before"), wide, paragraph("after")});
  REQUIRE(f.galley.rows.size() == 3);
  const GalleyRow& row = f.galley.rows[1];
  CHECK(row.height == f.style.leading * f.style.lines);
  CHECK(text_of(row.items).find("row0x") < text_of(row.items).find("row2x"));
  Length head, last;
  for (const FrameItem& item : row.items) {
    if (const auto* fill = std::get_if<Fill>(&item.content)) {
      CHECK(fill->rect.height > fill->rect.width);
      for (const GlyphRun& words : runs_of(row.items))
        CHECK((fill->rect.right() <= words.origin.x - words.size.scaled(0.7) || fill->rect.x >= words.origin.x));
    }
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr) continue;
    CHECK(run->turn == Turn::Left);
    CHECK((run->origin.x > Length{} && run->origin.x <= f.style.measure));
    CHECK((run->origin.y <= row.height && run->origin.y - run->width >= Length{}));
    if (run->text.find("row0x") != std::string::npos) head = run->origin.x;
    if (run->text.find("row2x") != std::string::npos) last = run->origin.x;
  }
  CHECK(head < last);
  REQUIRE(row.links.size() == 1);
  CHECK(row.links[0].rect.height > row.links[0].rect.width);
  CHECK((row.links[0].rect.y > Length{} && row.links[0].rect.bottom() < row.height));
  REQUIRE(row.places.size() == 1);
  CHECK(row.places[0].name == "one#tbl:x");
}

TEST_CASE("a turned table goes on over as many pages as it needs, its head repeated on each") {
  const Flowed f({wide_table(6, 8, 60)});
  CHECK(f.galley.rows.size() > 2);
  std::string all;
  for (const GalleyRow& row : f.galley.rows) {
    all += text_of(row.items);
    CHECK(all_text_of(row.items).find("row0x") != std::string::npos);
    for (const FrameItem& item : row.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) CHECK(run->origin.x <= f.style.measure);
  }
  for (std::size_t r = 0; r < 60; ++r) {
    const std::string word = "row" + std::to_string(r) + "x";
    const std::size_t at = all.find(word);
    REQUIRE(at != std::string::npos);
    CHECK(all.find(word, at + 1) == std::string::npos);
  }
}

TEST_CASE("a turned table leaves its page room for its notes") {
  Block wide = wide_table(6, 8);
  std::get<Table>(wide.content).rows[0].cells[1].blocks = {paragraph({text("mm"), note_mark(0)})};
  const Flowed f({wide}, {note({paragraph(words(30))})});
  REQUIRE(f.galley.rows.size() == 1);
  CHECK(f.galley.rows[0].notes.size() == 1);
  CHECK(f.galley.rows[0].height < f.style.leading * f.style.lines);
  CHECK(f.galley.rows[0].height > f.style.leading * (f.style.lines - 6));
}

TEST_CASE("a table in a list, an alert or a cell is not turned") {
  for (const Block& around : {list({item({wide_table(6, 8)})}), alert(AlertKind::Note, {wide_table(6, 8)})}) {
    const std::vector<std::string> words = told(Flowed({around}).sink);
    CHECK(words.front() == "table-too-wide");
  }
}
