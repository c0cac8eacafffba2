// Notes that are divided over pages.
#include "layout/page/note_stream.h"

#include <catch2/catch.hpp>

#include "galleys.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Length height_of(const Galley& galley, NotePlace from, NotePlace to) {
  Length sum;
  for (; from < to; from.row + 1 < galley.notes[from.note].body->rows.size() ? ++from.row : (++from.note, from.row = 0))
    sum += galley.notes[from.note].body->rows[from.row].height;
  return sum;
}

std::size_t marked_in(const Galley& galley, std::size_t first, std::size_t end) {
  std::size_t count = 0;
  for (std::size_t r = first; r < end; ++r) count += galley.rows[r].notes.size();
  return count;
}

std::vector<std::size_t> ends_of(const std::vector<PageBreak>& pages) {
  std::vector<std::size_t> ends;
  for (const PageBreak& page : pages) ends.push_back(page.end);
  return ends;
}

}  // namespace

TEST_CASE("a note that fits on the page of its mark is not divided, however long") {
  Galley galley = plain_rows(40);
  add_note(galley, 0, 17);
  const auto pages = break_pages(galley, rules_of(20));
  CHECK(pages[0].end == 2);
  CHECK(pages[0].note_end == NotePlace{1, 0});
  CHECK_FALSE(pages[0].page.splits_note);
}

TEST_CASE("a note that would leave a page almost empty is divided, two rows or more on each side") {
  for (int length = 4; length < 60; ++length) {
    Galley galley = plain_rows(80);
    add_note(galley, 12, length);
    INFO("a note of " << length << " rows");
    for (const PageBreak& page : break_pages(galley, rules_of(20))) {
      REQUIRE(page.page.used + page.page.notes <= 20);
      if (page.note_end.row > 0) CHECK(page.note_end.row - (page.note_first.note == 0 ? page.note_first.row : 0) >= 2);
      if (page.note_end.row > 0) CHECK(page.note_end.row + 2 <= static_cast<std::size_t>(length));
    }
  }
}

TEST_CASE("a note of a hundred rows goes over pages, text above it, and further ones begin behind it") {
  Galley galley = plain_rows(60);
  add_note(galley, 5, 100);
  add_note(galley, 30, 3);
  const auto pages = break_pages(galley, rules_of(40));
  std::size_t divided = 0;
  for (const PageBreak& page : pages) {
    CHECK(page.end > page.first);
    divided += page.note_end.row > 0 ? 1 : 0;
  }
  CHECK(divided == 2);
}

TEST_CASE("a long note at the end of the rows goes on below none") {
  Galley galley = plain_rows(3);
  add_note(galley, 2, 30);
  const auto pages = break_pages(galley, rules_of(10));
  CHECK(ends_of(pages).back() == 3);
  CHECK(pages.size() > 3);
  CHECK(pages.back().note_end == NotePlace{1, 0});
  CHECK(pages.back().page.last);
}

TEST_CASE("a row whose note cannot begin below what goes on waits for the next page") {
  Galley galley = plain_rows(2);
  add_note(galley, 0, 16);
  add_note(galley, 1, 3);
  const auto pages = break_pages(galley, rules_of(10));
  for (const PageBreak& page : pages) CHECK_FALSE(page.page.late_note);
}

TEST_CASE("lines of a note that belong together are not parted") {
  Galley galley = plain_rows(20);
  Galley body = plain_rows(12);
  keep_whole(body.rows, 2, 8);
  galley.rows[9].notes = {0};
  galley.notes = {{std::make_shared<const Galley>(std::move(body))}};
  for (const PageBreak& page : break_pages(galley, rules_of(18)))
    if (page.note_end.row > 0) CHECK((page.note_end.row <= 2 || page.note_end.row >= 8));
}

TEST_CASE("random columns with notes of every length: nothing lost, over-full, late or divided without need") {
  std::mt19937 random(20261124);
  int divided = 0, alone = 0;
  for (int trial = 0; trial < 300; ++trial) {
    Galley galley = random_galley(random, 20 + random() % 120);
    for (GalleyRow& row : galley.rows) row.notes.clear();
    galley.notes.clear();
    for (std::size_t r = random() % 9; r < galley.rows.size(); r += 1 + random() % 25)
      add_note(galley, r, 1 + static_cast<int>(random() % (random() % 4 == 0 ? 120 : 9)));
    PageRules rules = rules_of(12 + static_cast<int>(random() % 30));
    rules.starts_recto = trial % 2 == 0;
    INFO("trial " << trial);
    for (const auto& pages : {break_pages(galley, rules), break_pages_greedy(galley, rules)}) {
      std::size_t row = 0;
      NotePlace place;
      for (const PageBreak& page : pages) {
        REQUIRE(page.first == row);
        REQUIRE(page.note_first == place);
        REQUIRE((page.end > page.first || page.note_end > page.note_first));
        const Length notes = height_of(galley, page.note_first, page.note_end);
        const PageCandidate expected = measured(galley, rules, page.first, page.end);
        CHECK(page.page.used == (page.end > page.first
                                     ? expected.used - (page.page.is_tight ? expected.shrink : 0) + (page.page.is_loose ? expected.grow : 0)
                                     : 0));
        CHECK(page.page.notes == note_lines(notes, rules));
        REQUIRE(page.page.used + page.page.notes <= rules.lines);
        // Every note begins on the page of its mark ...
        const std::size_t marked = marked_in(galley, 0, page.end);
        CHECK_FALSE(page.page.late_note);
        if (marked > 0) CHECK(page.note_end > NotePlace{marked - 1, 0});
        CHECK(page.note_end <= NotePlace{marked, 0});
        // ... and ends there, if it can.
        if (page.note_end < NotePlace{marked, 0}) {
          const Length all = height_of(galley, page.note_first, {marked, 0});
          CHECK(page.page.used + note_lines(all, rules) > rules.lines);
          ++divided;
        }
        alone += page.end == page.first ? 1 : 0;
        row = page.end;
        place = page.note_end;
      }
      CHECK(row == galley.rows.size());
      CHECK(place == NotePlace{galley.notes.size(), 0});
    }
  }
  CHECK(divided > 100);  // else nothing was tried
  CHECK(alone > 0);
}
