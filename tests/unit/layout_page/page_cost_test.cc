#include "layout/page/page_cost.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "galleys.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

PageCandidate page_of(int used, int notes = 0, int stretch = 0) {
  PageCandidate page;
  page.used = used;
  page.notes = notes;
  page.stretch = stretch;
  page.white = most_white(page, rules_of(40));
  return page;
}

}  // namespace

TEST_CASE("a full page costs nothing, an over-full one everything") {
  const PageRules rules = rules_of(40);
  CHECK(page_cost(page_of(40), rules) == 0);
  CHECK(page_cost(page_of(36, 4), rules) == 0);
  CHECK(std::isinf(page_cost(page_of(41), rules)));
  CHECK(std::isinf(page_cost(page_of(37, 4), rules)));
}

TEST_CASE("each missing line costs more than the one before it") {
  const PageRules rules = rules_of(40);
  double before = 0, step = 0;
  for (int used = 39; used >= 30; --used) {
    const double cost = page_cost(page_of(used), rules);
    CHECK(cost > before);
    if (used >= 37) CHECK(cost - before > step);
    step = cost - before;
    before = cost;
  }
}

TEST_CASE("a line too few is better than white that grows, if the facing page lacks it too") {
  const PageRules rules = rules_of(40);
  const double unequal = spread_cost(page_of(40), page_of(39), rules);
  CHECK(page_cost(page_of(39), rules) < page_cost(page_of(39, 0, 1), rules));
  CHECK(page_cost(page_of(39, 0, 1), rules) < page_cost(page_of(39), rules) + unequal);
  CHECK(page_cost(page_of(35, 0, 5), rules) > page_cost(page_of(38), rules));  // three lines at most
}

TEST_CASE("a hole costs by its square") {
  const PageRules rules = rules_of(40);
  CHECK(page_cost(page_of(24), rules) > 3.5 * page_cost(page_of(32), rules));
  CHECK(page_cost(page_of(36), rules) > 2 * page_cost(page_of(37), rules));
}

TEST_CASE("headings that give up a line cost less than white that grows") {
  const PageRules rules = rules_of(40);
  PageCandidate page = page_of(40);
  page.shrink = 2;
  CHECK(page_cost(page, rules) == 0);
  page.is_tight = true;
  CHECK(page_cost(page, rules) > 0);
  CHECK(page_cost(page, rules) < page_cost(page_of(38, 0, 2), rules));
  CHECK(most_white(page, rules) == 0);
}

TEST_CASE("a leaf for a few lines is dear") {
  PageRules rules = rules_of(40);
  PageCandidate page = page_of(9);
  CHECK(blank_back_cost(page, rules) == 0);
  page.last = true;
  CHECK(blank_back_cost(page, rules) > 0);
  rules.is_followed_recto = false;
  CHECK(blank_back_cost(page, rules) == 0);
  rules.is_followed_recto = true;
  page.used = 10;
  CHECK(blank_back_cost(page, rules) == 0);
}

TEST_CASE("a chapter's last page may be short, but no stub") {
  const PageRules rules = rules_of(40);
  PageCandidate page = page_of(20);
  page.last = true;
  CHECK(page_cost(page, rules) == 0);
  CHECK(most_white(page, rules) == 0);
  page.used = 10;
  CHECK(page_cost(page, rules) == 0);
  page.used = 9;
  const double nine = page_cost(page, rules);
  CHECK(nine > 0);
  page.used = 4;
  CHECK(page_cost(page, rules) > 5 * nine);
}

TEST_CASE("the cost of the break is added") {
  const PageRules rules = rules_of(40);
  PageCandidate page = page_of(40);
  page.break_cost = kBreakPoor;
  CHECK(page_cost(page, rules) == kBreakPoor);
}

TEST_CASE("notes are counted in whole lines with their gap and rule") {
  const PageRules rules = rules_of(40);  // line 10, gap 4, rule 1
  CHECK(note_lines({}, rules) == 0);
  CHECK(note_lines(Length::pt(1), rules) == 1);
  CHECK(note_lines(Length::pt(5), rules) == 1);
  CHECK(note_lines(Length::pt(5.1), rules) == 2);
}

TEST_CASE("facing pages cost what their ends differ by, but for a chapter's last page") {
  const PageRules rules = rules_of(40);
  CHECK(spread_cost(page_of(40), page_of(40), rules) == 0);
  CHECK(spread_cost(page_of(39), page_of(39), rules) == 0);
  CHECK(spread_cost(page_of(40), page_of(39), rules) > 0);
  CHECK(spread_cost(page_of(38), page_of(40), rules) > spread_cost(page_of(40), page_of(39), rules));
  PageCandidate last = page_of(20);
  last.last = true;
  CHECK(spread_cost(page_of(39), last, rules) == 0);
  // Both a line short are better than one.
  CHECK(2 * page_cost(page_of(39), rules) < page_cost(page_of(39), rules) + spread_cost(page_of(40), page_of(39), rules));
}
