// Columns of plain rows, made by hand or at random, for the page breaker.
#pragma once

#include <random>

#include "layout/galley/rows.h"
#include "layout/page/page_breaker.h"

namespace nbpublish::testing {

inline constexpr Length kLine = Length::pt(10);

inline GalleyRow row(double lines = 1, double break_cost = kBreakFree) {
  GalleyRow made;
  made.height = kLine.scaled(lines);
  made.break_cost = break_cost;
  return made;
}

// `count` rows of one line that cannot be told apart.
inline Galley plain_rows(std::size_t count) {
  Galley galley;
  galley.rows.assign(count, row());
  return galley;
}

inline PageRules rules_of(int lines) {
  PageRules rules;
  rules.line = kLine;
  rules.lines = lines;
  rules.short_limit = 2;
  rules.note_gap = Length::pt(4);
  rules.note_rule = Length::pt(1);
  return rules;
}

// Adds a note of `lines` lines below the row.
void add_note(Galley& galley, std::size_t row, int lines);

// Paragraphs, headings, unsplittable and splittable groups, white, notes.
Galley random_galley(std::mt19937& random, std::size_t rows);

// What a page of rows [first, end) holds, measured by placing them and not by the breaker's meter.
PageCandidate measured(const Galley& galley, const PageRules& rules, std::size_t first, std::size_t end);

// Puts a figure of a few rows that may move, at a place between groups, into a random galley without figures.
// False if it has no such place.
bool add_figure(Galley& galley, std::mt19937& random);

// The least cost over all ways to divide the galley, 2^rows of them, with its figure, if it has one, at each place
// where it may stand.
double least_cost_by_force(const Galley& galley, const PageRules& rules);

}  // namespace nbpublish::testing
