#include "layout/page/page_breaker.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "galleys.h"
#include "layout/page/arrange.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

constexpr unsigned kSeed = 20261123;

// Every row on exactly one page, in order, and every note.
void require_complete(const Galley& galley, const std::vector<PageBreak>& pages) {
  std::size_t next = 0;
  NotePlace place;
  for (const PageBreak& page : pages) {
    REQUIRE(page.first == next);
    REQUIRE(page.note_first == place);
    REQUIRE((page.end > page.first || page.note_end > page.note_first || page.figure_end != page.figure_first));
    next = start_behind(page).row;
    place = page.note_end;
  }
  REQUIRE(next == galley.rows.size());
  REQUIRE(place == NotePlace{galley.notes.size(), 0});
}

std::vector<std::size_t> ends_of(const std::vector<PageBreak>& pages) {
  std::vector<std::size_t> ends;
  for (const PageBreak& page : pages) ends.push_back(page.end);
  return ends;
}

using Ends = std::vector<std::size_t>;

}  // namespace

TEST_CASE("an empty galley has no pages") {
  CHECK(break_pages(Galley{}, rules_of(10)).empty());
  CHECK(break_pages_greedy(Galley{}, rules_of(10)).empty());
}

TEST_CASE("rows fill their pages") {
  CHECK(ends_of(break_pages(plain_rows(10), rules_of(10))) == Ends{10});
  CHECK(ends_of(break_pages(plain_rows(26), rules_of(10))) == Ends{10, 20, 26});
}

TEST_CASE("the optimum never costs more than the greedy pages") {
  std::mt19937 random(kSeed);
  int cheaper = 0;
  for (int trial = 0; trial < 300; ++trial) {
    const Galley galley = random_galley(random, 20 + random() % 200);
    PageRules rules = rules_of(8 + static_cast<int>(random() % 30));
    rules.starts_recto = trial % 2 == 0;
    const auto best = break_pages(galley, rules), greedy = break_pages_greedy(galley, rules);
    require_complete(galley, best);
    require_complete(galley, greedy);
    const double best_cost = total_cost(best, rules), greedy_cost = total_cost(greedy, rules);
    REQUIRE(best_cost <= greedy_cost * (1 + 1e-12));
    if (best_cost < greedy_cost) ++cheaper;
  }
  CHECK(cheaper > 100);  // else the comparison says nothing
}

TEST_CASE("the optimum equals brute force on small galleys") {
  std::mt19937 random(kSeed);
  for (int trial = 0; trial < 150; ++trial) {
    const Galley galley = random_galley(random, 4 + random() % 5);
    if (galley.rows.size() > 13) continue;
    PageRules rules = rules_of(5 + static_cast<int>(random() % 5));
    rules.starts_recto = trial % 2 == 0;
    rules.long_limit = trial % 3 == 0 ? 1 : 0;
    INFO("trial " << trial);
    const double by_force = least_cost_by_force(galley, rules);
    const auto pages = break_pages(galley, rules);
    require_complete(galley, pages);
    if (by_force < 1e12) CHECK(total_cost(pages, rules) == Approx(by_force));
  }
}

TEST_CASE("what the breaker knows of a page is what placing its rows gives") {
  std::mt19937 random(kSeed);
  for (int trial = 0; trial < 50; ++trial) {
    const Galley galley = random_galley(random, 100);
    const PageRules rules = rules_of(20);
    for (const PageBreak& page : break_pages(galley, rules)) {
      const PageCandidate expected = measured(galley, rules, page.first, page.end);
      CHECK(page.page.used == expected.used - (page.page.is_tight ? expected.shrink : 0) + (page.page.is_loose ? expected.grow : 0));
      CHECK(page.page.notes == expected.notes);
      CHECK(page.page.stretch == expected.stretch);
      CHECK(page.page.last == expected.last);
      CHECK(page.page.break_cost == expected.break_cost);
    }
  }
}

TEST_CASE("no page is over-full, and no break forbidden, where rows are small") {
  std::mt19937 random(kSeed);
  for (int trial = 0; trial < 100; ++trial) {
    const Galley galley = random_galley(random, 150);
    const PageRules rules = rules_of(20);
    for (const PageBreak& page : break_pages(galley, rules)) {
      REQUIRE(page.page.used + page.page.notes <= rules.lines);
      if (page.end < galley.rows.size()) REQUIRE(galley.rows[page.end].break_cost < kBreakForbidden);
    }
  }
}

TEST_CASE("a paragraph's first and last line never stand alone") {
  for (std::size_t before = 5; before <= 10; ++before) {
    Galley galley = plain_rows(before + 4);
    keep_paragraph_together(galley.rows, before, before + 4);
    const Ends ends = ends_of(break_pages(galley, rules_of(10)));
    INFO(before << " lines before the paragraph");
    for (const std::size_t end : ends) {
      CHECK(end != before + 1);
      CHECK(end != before + 3);
    }
  }
}

TEST_CASE("rows that are kept with the next go over the page together") {
  Galley galley = plain_rows(18);
  galley.rows[10].break_cost = kBreakForbidden;  // a heading is row 9
  CHECK(ends_of(break_pages(galley, rules_of(10))) == Ends{9, 18});
}

TEST_CASE("a bad break is taken only where the page would run very short") {
  Galley galley = plain_rows(39);
  galley.rows[20].break_cost = kBreakBad;
  CHECK(ends_of(break_pages(galley, rules_of(20))).front() == 19);
  // Nothing but the bad place would let more than one line stand on the first page.
  for (std::size_t i = 2; i < 20; ++i) galley.rows[i].break_cost = kBreakForbidden;
  CHECK(ends_of(break_pages(galley, rules_of(20))).front() == 20);
}

TEST_CASE("a row that is higher than the page gets one of its own") {
  Galley galley = plain_rows(3);
  galley.rows.insert(galley.rows.begin() + 1, row(14));
  const auto pages = break_pages(galley, rules_of(10));
  require_complete(galley, pages);
  CHECK(ends_of(pages) == Ends{1, 2, 4});
  galley.rows.assign(1, row(14));
  CHECK(ends_of(break_pages(galley, rules_of(10))) == Ends{1});
}

TEST_CASE("a chapter's last page is no stub if the page before can spare some lines") {
  CHECK(ends_of(break_pages(plain_rows(11), rules_of(10))).front() < 10);
}

TEST_CASE("white goes at the top of a page") {
  Galley galley = plain_rows(20);
  galley.rows[10].space_before = 3;
  CHECK(ends_of(break_pages(galley, rules_of(10))) == Ends{10, 20});
}

TEST_CASE("white counts inside a page") {
  Galley galley = plain_rows(18);
  galley.rows[5].space_before = 2;
  CHECK(ends_of(break_pages(galley, rules_of(10))) == Ends{8, 18});
}

TEST_CASE("white that may grow fills a page whose facing page is full") {
  // A block of four lines does not fit: the page is a line short, the next can only be full.
  Galley galley = plain_rows(38);
  for (std::size_t i = 2; i < 5; ++i) galley.rows[i].stretch_before = 1;
  keep_whole(galley.rows, 9, 13);
  keep_whole(galley.rows, 13, 19);
  PageRules rules = rules_of(10);
  rules.starts_recto = false;
  const PageBreak page = break_pages(galley, rules).front();
  REQUIRE(page.end == 9);
  CHECK(page.page.white == 1);
  CHECK(page.page.good_stretch == 0);
  // White that is given back is cheap: even where the facing page could be short, too.
  galley = plain_rows(28);
  galley.rows[3].stretch_before = 1;
  galley.rows[3].stretches_well = true;
  keep_whole(galley.rows, 9, 13);
  CHECK(break_pages(galley, rules).front().page.white == 1);
  // Else it is seen, and a single page ends a line early rather.
  galley.rows[3].stretches_well = false;
  rules.starts_recto = true;
  CHECK(break_pages(galley, rules).front().page.white == 0);
}

TEST_CASE("headings of a page lose their white together, where that makes room") {
  Galley galley = plain_rows(28);
  for (const std::size_t heading : {std::size_t{3}, std::size_t{6}})
    galley.rows[heading].space_before = 2, galley.rows[heading].shrink_before = 1;
  // 8 rows and 4 lines of white; the block of the last four makes 12.
  keep_whole(galley.rows, 4, 8);
  const auto pages = break_pages(galley, rules_of(10));
  CHECK(pages.front().end == 8);
  CHECK(pages.front().page.is_tight);
  CHECK(pages.front().page.used == 10);
  galley.rows[6].shrink_before = 0;  // one line is not enough
  CHECK_FALSE(break_pages(galley, rules_of(10)).front().page.is_tight);
}

TEST_CASE("notes take their lines from the page") {
  Galley galley = plain_rows(16);
  add_note(galley, 2, 3);
  // Three lines of note with gap and rule are four lines of the grid.
  CHECK(ends_of(break_pages(galley, rules_of(10))) == Ends{6, 16});
}

TEST_CASE("a note stands on the page of its mark") {
  Galley galley = plain_rows(20);
  add_note(galley, 9, 3);  // on the page's last line: the mark and the note go over
  const auto pages = break_pages(galley, rules_of(10));
  CHECK(pages.front().end <= 9);
  CHECK(pages.front().page.notes == 0);
  CHECK(pages[1].page.notes == 4);
}

TEST_CASE("breaking pages is a function of its input") {
  std::mt19937 random(kSeed);
  const Galley galley = random_galley(random, 300);
  CHECK(ends_of(break_pages(galley, rules_of(24))) == ends_of(break_pages(galley, rules_of(24))));
}

TEST_CASE("facing pages run a line short together") {
  // Pages 2 and 3 face each other. Page 3 must end a line early: a block of three does not fit.
  Galley galley = plain_rows(40);
  keep_whole(galley.rows, 29, 33);
  keep_whole(galley.rows, 8, 12);
  const PageRules rules = rules_of(10);
  for (const bool starts_recto : {true, false}) {
    PageRules sided = rules;
    sided.starts_recto = starts_recto;
    const auto pages = break_pages(galley, sided);
    for (std::size_t i = starts_recto ? 2 : 1; i + 1 < pages.size(); i += 2)
      CHECK(missing_lines(pages[i - 1].page, sided) == missing_lines(pages[i].page, sided));
  }
}

TEST_CASE("the side of the first page decides which pages face each other") {
  Galley galley = plain_rows(45);
  keep_whole(galley.rows, 9, 13);
  PageRules rules = rules_of(10);
  rules.starts_recto = true;
  const auto recto = break_pages(galley, rules);
  CHECK(missing_lines(recto[0].page, rules) == 1);
  CHECK(missing_lines(recto[1].page, rules) == 0);  // the opener stands alone
  rules.starts_recto = false;
  const auto verso = break_pages(galley, rules);
  CHECK(missing_lines(verso[0].page, rules) == 1);
  CHECK(missing_lines(verso[1].page, rules) == 1);
}

namespace {

// Rows named 0, 1, 2 ...; the paragraph of rows [first, end) can have a line more or less.
Galley with_variant(std::size_t rows, std::size_t first, std::size_t end, int lines_more, double cost) {
  Galley galley = plain_rows(rows);
  for (std::size_t i = 0; i < rows; ++i) galley.rows[i].places.push_back({std::to_string(i), {}});
  RowVariant variant{first, end, lines_more, cost, {}, 0};
  variant.rows.assign(static_cast<std::size_t>(static_cast<int>(end - first) + lines_more), row());
  galley.variants.push_back(variant);
  return galley;
}

}  // namespace

TEST_CASE("a paragraph is set shorter where the last page would be a stub") {
  Galley galley = with_variant(21, 2, 6, -1, 50);
  add_note(galley, 4, 1);
  std::vector<PageBreak> pages = break_pages(galley, rules_of(11));
  REQUIRE(pages.size() == 2);
  CHECK(std::vector<std::size_t>(pages.front().variants.begin(), pages.front().variants.end()) == std::vector<std::size_t>{0});
  CHECK(total_cost(pages, rules_of(11)) < 4'000);
  arrange_rows(galley, pages);
  require_complete(galley, pages);
  CHECK(galley.rows.size() == 20);
  // The note and the paragraph's place stand on its first row, the next paragraph behind its last.
  CHECK(galley.rows[2].notes == std::vector<std::uint32_t>{0});
  REQUIRE(galley.rows[2].places.size() == 1);
  CHECK(galley.rows[2].places.front().name == "2");
  CHECK(galley.rows[5].places.front().name == "6");
}

TEST_CASE("a paragraph is set longer where the page would end early") {
  Galley galley = with_variant(28, 0, 4, 1, 50);
  for (std::size_t i = 10; i < 14; ++i) galley.rows[i].break_cost = kBreakForbidden;
  std::vector<PageBreak> pages = break_pages(galley, rules_of(10));
  CHECK(pages.front().end == 9);
  CHECK(std::vector<std::size_t>(pages.front().variants.begin(), pages.front().variants.end()) == std::vector<std::size_t>{0});
  CHECK(pages.front().page.used == 10);
  galley.variants.front().cost = 1e6;
  CHECK(break_pages(galley, rules_of(10)).front().variants.empty());
}

TEST_CASE("a paragraph that goes over the page is set shorter, if its rows can be counted") {
  Galley galley = with_variant(21, 8, 14, -1, 50);
  for (std::size_t i = 0; i < 5; ++i) galley.variants.front().rows[i].places.push_back({"short " + std::to_string(i), {}});
  const PageRules rules = rules_of(10);
  std::vector<PageBreak> pages = break_pages(galley, rules);
  require_complete(galley, pages);
  REQUIRE(ends_of(pages) == Ends{10, 21});
  CHECK(pages.front().cut_end == Cut{0, -1});
  CHECK(pages.back().page.used == 10);
  Galley arranged = galley;
  arrange_rows(arranged, pages);
  require_complete(arranged, pages);
  REQUIRE(ends_of(pages) == Ends{10, 20});
  for (std::size_t i = 0; i < 5; ++i) CHECK(arranged.rows[8 + i].places.front().name == "short " + std::to_string(i));
  CHECK(arranged.rows[13].places.front().name == "14");
  // Not where its lines are higher, a note hangs on it, or a single line would stand alone.
  const auto is_cut = [&](const Galley& changed) {
    const auto made = break_pages(changed, rules);
    return std::any_of(made.begin(), made.end(), [](const PageBreak& page) { return page.cut_end.variant >= 0; });
  };
  REQUIRE(is_cut(galley));
  Galley high = galley;
  high.variants.front().rows[4].height = 2 * kLine;
  CHECK_FALSE(is_cut(high));
  Galley noted = galley;
  add_note(noted, 9, 1);
  CHECK_FALSE(is_cut(noted));
  Galley three_lines = with_variant(21, 8, 12, -1, 50);
  CHECK_FALSE(is_cut(three_lines));
  galley.variants.front().rows[2].break_cost = kBreakForbidden;  // its own place to break counts, not that of the row it stands for
  CHECK_FALSE(is_cut(galley));
}

TEST_CASE("a paragraph that goes over the page is set longer where the next page would end early") {
  Galley galley = with_variant(28, 8, 14, 1, 50);
  keep_whole(galley.rows, 19, 23);
  std::vector<PageBreak> pages = break_pages(galley, rules_of(10));
  require_complete(galley, pages);
  REQUIRE(ends_of(pages) == Ends{10, 19, 28});
  CHECK(pages.front().cut_end == Cut{0, 1});
  CHECK(pages[1].page.used == 10);
  arrange_rows(galley, pages);
  require_complete(galley, pages);
  CHECK(ends_of(pages) == Ends{10, 20, 29});
  CHECK(galley.rows[15].places.front().name == "14");
}

namespace {

// Rows named 0, 1, 2 …, of them [first, end) a figure that row `reference` refers to.
Galley with_figure(std::size_t rows, std::size_t first, std::size_t end, std::size_t reference) {
  Galley galley = plain_rows(rows);
  for (std::size_t i = 0; i < rows; ++i) galley.rows[i].places.push_back({std::to_string(i), {}});
  keep_whole(galley.rows, first, end);
  galley.rows[first].space_before = galley.rows[end].space_before = 1;
  galley.figures.push_back({first, end, true, false, reference, 0, {}});
  return galley;
}

// The rows' names, page by page.
std::vector<std::string> arranged(Galley galley, const PageRules& rules) {
  std::vector<PageBreak> pages = break_pages(galley, rules);
  require_complete(galley, pages);
  arrange_rows(galley, pages);
  require_complete(galley, pages);
  std::vector<std::string> out;
  for (const PageBreak& page : pages) {
    out.emplace_back();
    for (std::size_t r = page.first; r < page.end; ++r) out.back() += (r > page.first ? " " : "") + galley.rows[r].places.at(0).name;
  }
  return out;
}

using Names = std::vector<std::string>;

bool in_order(const Names& pages) {
  int next = 0;
  for (const std::string& page : pages) {
    std::istringstream names(page);
    for (int name; names >> name;)
      if (name != next++) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a figure that would leave a page short stands at the top of the next") {
  Galley galley = with_figure(24, 6, 11, 1);
  CHECK(arranged(galley, rules_of(10)) == Names{"0 1 2 3 4 5 11 12 13 14", "6 7 8 9 10 15 16 17 18", "19 20 21 22 23"});
  galley.figures[0].may_move = false;
  CHECK(in_order(arranged(galley, rules_of(10))));
}

TEST_CASE("a figure stands at the top of the page that refers to it, if it cannot come later") {
  Galley galley = with_figure(24, 15, 20, 11);
  galley.rows[20].section = "Next";
  CHECK(arranged(galley, rules_of(10)) == Names{"0 1 2 3 4 5 6 7 8 9", "15 16 17 18 19 10 11 12 13", "14 20 21 22 23"});
  // Never above the page of its reference.
  galley.figures[0].reference = 14;
  galley.rows[21].section = "Behind";
  CHECK(in_order(arranged(galley, rules_of(10))));
}

TEST_CASE("a figure is set smaller by as many lines as it is too high, if that costs less than the hole") {
  Galley galley = with_figure(24, 6, 11, 1);
  galley.figures[0].may_move = false;
  galley.figures[0].sizes.push_back({1'000, kLine / 2, {}, {}});
  galley.figures[0].sizes.push_back({3'000, kLine / 4, {}, {}});
  const PageRules rules = rules_of(10);
  // Seven lines above it, white included, and five of its own.
  std::vector<PageBreak> pages = break_pages(galley, rules);
  REQUIRE(pages.front().end == 11);
  CHECK(pages.front().sized == 0);
  CHECK(pages.front().lines_less == 2);
  CHECK(pages.front().page.used == 10);
  arrange_rows(galley, pages);
  CHECK(galley.rows[6].height == kLine / 4);
  CHECK(galley.rows[7].height == kLine);
}

TEST_CASE("a figure is set smaller at the top of the next page, too") {
  Galley galley = with_figure(24, 6, 11, 1);
  for (std::size_t i = 11; i < 24; ++i) galley.rows[i].break_cost = i == 15 || i == 20 ? 0 : kBreakBad;
  galley.figures[0].sizes.push_back({1'000, kLine / 2, {}, {}});
  std::vector<PageBreak> pages = break_pages(galley, rules_of(10));
  REQUIRE(pages.size() > 1);
  CHECK(pages[1].figure_first == 0);
  CHECK(pages[1].sized == 0);
  CHECK(pages[1].page.used == 10);
}

TEST_CASE("two facing pages run a line long together, but neither an opener nor a last page") {
  // A block behind line 10 leaves a verso a line too long, or two short.
  Galley galley = plain_rows(40);
  keep_whole(galley.rows, 18, 21);
  PageRules rules = rules_of(10);
  rules.long_limit = 1;
  std::vector<PageBreak> pages = break_pages(galley, rules);
  CHECK(ends_of(pages) == Ends{10, 21, 32, 40});
  CHECK(missing_lines(pages[1].page, rules) == -1);
  CHECK(missing_lines(pages[2].page, rules) == -1);
  rules.long_limit = 0;
  for (const PageBreak& page : break_pages(galley, rules)) CHECK(missing_lines(page.page, rules) >= 0);
  for (std::size_t count : {11U, 22U, 31U}) {
    rules.long_limit = 1;
    const auto filled = break_pages(plain_rows(count), rules);
    CHECK(missing_lines(filled.front().page, rules) >= 0);
    CHECK(missing_lines(filled.back().page, rules) >= 0);
  }
}

TEST_CASE("a figure comes never before its section, and rather than leave a hole behind the next heading, but no other") {
  Galley galley = with_figure(24, 6, 11, 1);
  galley.rows[11].section = "Next";
  CHECK_FALSE(in_order(arranged(galley, rules_of(10))));
  galley.rows[12].section = "Behind";
  CHECK(in_order(arranged(galley, rules_of(10))));
  galley = with_figure(24, 7, 11, 1);  // three lines
  galley.rows[11].section = "Next";
  CHECK(in_order(arranged(galley, rules_of(10))));
  galley = with_figure(24, 15, 20, 11);
  galley.rows[20].section = "Next";
  galley.rows[21].section = "Behind";
  galley.rows[10].section = "This";
  CHECK(in_order(arranged(galley, rules_of(10))));
}

TEST_CASE("a figure passes no other") {
  Galley galley = with_figure(30, 6, 11, 1);
  keep_whole(galley.rows, 12, 14);
  galley.figures.push_back({12, 14, false, false, 0, 0, {}});
  std::string order;
  for (const std::string& page : arranged(galley, rules_of(10))) order += page + " ";
  CHECK(order.find("6 7 8") < order.find("12 13"));
}

TEST_CASE("the optimum equals brute force where a figure may move") {
  std::mt19937 random(kSeed);
  int moves = 0, sizes = 0, compared = 0;
  for (int trial = 0; trial < 600; ++trial) {
    Galley galley = random_galley(random, 5 + random() % 5);
    if (galley.rows.size() > 12 || !add_figure(galley, random)) continue;
    const std::size_t heading = random() % galley.rows.size();
    const GalleyFigure& figure = galley.figures.front();
    if (trial % 3 == 0 && (heading <= figure.reference || heading >= figure.end)) galley.rows[heading].section = "Section";
    PageRules rules = rules_of(5 + static_cast<int>(random() % 4));
    rules.starts_recto = trial % 2 == 0;
    rules.long_limit = trial % 5 == 0 ? 1 : 0;
    INFO("trial " << trial);
    const double by_force = least_cost_by_force(galley, rules);
    std::vector<PageBreak> pages = break_pages(galley, rules);
    require_complete(galley, pages);
    if (by_force >= 1e12) continue;
    ++compared;
    CHECK(total_cost(pages, rules) == Approx(by_force));
    for (const PageBreak& page : pages) moves += page.page.moves_figure ? 1 : 0;
    const std::size_t rows = galley.rows.size();
    for (PageBreak& page : pages) sizes += page.sized == kNoFigure ? 0 : 1, page.page.used += page.lines_less;  // they are as high here
    arrange_rows(galley, pages);
    require_complete(galley, pages);
    CHECK(galley.rows.size() == rows);
    for (const PageBreak& page : pages) {
      const PageCandidate now = measured(galley, rules, page.first, page.end);
      CHECK(page.page.used == now.used - (page.page.is_tight ? now.shrink : 0) + (page.page.is_loose ? now.grow : 0));
    }
  }
  CHECK(compared > 200);
  CHECK(moves > 20);  // else the comparison says nothing
  CHECK(sizes > 20);
}

TEST_CASE("there is always a way: notes and rows that are higher than any page") {
  std::mt19937 random(kSeed);
  for (int trial = 0; trial < 300; ++trial) {
    Galley galley = random_galley(random, 10 + random() % 60);
    PageRules rules = rules_of(1 + static_cast<int>(random() % 12));
    rules.starts_recto = trial % 2 == 0;
    rules.note_rule = kLine * static_cast<std::int64_t>(random() % 30);
    rules.note_gap = kLine * static_cast<std::int64_t>(random() % 3);
    for (int i = 0; i < 4; ++i) galley.rows[random() % galley.rows.size()].height = kLine * static_cast<std::int64_t>(1 + random() % 40);
    INFO(trial);
    require_complete(galley, break_pages_greedy(galley, rules));
    require_complete(galley, break_pages(galley, rules));
  }
}

TEST_CASE("a row that is higher than the page gets one of its own, and is known as such") {
  Galley galley = plain_rows(6);
  galley.rows[3].height = kLine * 25;
  const PageRules rules = rules_of(10);
  std::vector<bool> over;
  for (const PageBreak& page : break_pages(galley, rules)) over.push_back(is_overfull(page.page, rules));
  CHECK(over == std::vector<bool>{false, true, false});
}
